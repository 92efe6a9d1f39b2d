// Gives every entry without a target a free place: categories together, butts filled from the left, four letters to a butt by default.
import type { NewEntry } from '../commands.ts';
import { formatTarget, highestButt, letters, type Target } from '../target.ts';

/**
 * `taken` holds places as `12A`. Categories begin on a butt of their own. Entries that have a target keep it; those for whom no butt
 * is left stay without one. A butt has at most eight letters.
 */
export function assignTargets(
  entries: readonly NewEntry[],
  taken: ReadonlySet<string>,
  archersPerButt = 4,
): readonly NewEntry[] {
  const perButt = Math.min(Math.max(1, Math.trunc(archersPerButt)), letters.length);
  const used = new Set(taken);
  for (const entry of entries) if (entry.target) used.add(formatTarget(entry.target));
  const usedButts = new Set([...used].map((place) => Number.parseInt(place, 10)));
  const byCategory = new Map<string, NewEntry[]>();
  for (const entry of entries) {
    if (entry.target) continue;
    const group = byCategory.get(entry.category);
    if (group) group.push(entry);
    else byCategory.set(entry.category, [entry]);
  }
  const places = new Map<NewEntry, Target>();
  let butt = 0;
  for (const group of byCategory.values()) {
    for (const [index, entry] of group.entries()) {
      if (index % perButt === 0) butt = nextFreeButt(butt, usedButts);
      const letter = letters[index % perButt];
      if (letter && butt <= highestButt) places.set(entry, { butt, letter });
    }
  }
  return entries.map((entry) => ({ ...entry, target: entry.target ?? places.get(entry) }));
}

function nextFreeButt(after: number, used: ReadonlySet<number>): number {
  let butt = after + 1;
  while (used.has(butt)) butt += 1;
  return butt;
}
