// Where entries were and are no more: categories that they left, butts at which they stood. Whoever shows those has to be told.
import { type Competition, categoriesOf } from '../competition.ts';
import type { EntriesChanged, Entry } from '../facts.ts';

/** Of entries as they are from now on; empty where nobody left anything. */
export function leftBehind(before: Competition, entries: readonly Entry[]): Pick<EntriesChanged, 'left'> {
  const categories = new Set<string>();
  const butts = new Set<number>();
  for (const entry of entries) {
    const was = before.entries.at(entry.number);
    if (!was) continue;
    const now = categoriesOf(entry);
    for (const category of categoriesOf(was)) if (!now.includes(category)) categories.add(category);
    if (was.target && was.target.butt !== entry.target?.butt) butts.add(was.target.butt);
  }
  if (categories.size === 0 && butts.size === 0) return {};
  return { left: { categories: [...categories].sort(), butts: [...butts].sort((a, b) => a - b) } };
}
