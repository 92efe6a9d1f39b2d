// Entries that may be one athlete registered twice: the same name whatever the case, accents and order of its parts, or the same membership.
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { foldText } from '../../store/search.ts';
import { groupBy } from './group-by.ts';

export interface Twins {
  readonly one: DeskEntry;
  readonly other: DeskEntry;
  readonly because: 'licence' | 'name' | 'swapped';
}

export function twinsKey({ one, other }: Twins): string {
  return `${one.number}/${other.number}`;
}

/** Each pair once, the lower number first; those of one category, which no athlete enters twice, before the others. */
export function findTwins(entries: readonly DeskEntry[]): readonly Twins[] {
  const found = new Map<string, Twins>();
  for (const [because, keyOf] of [
    ['licence', ({ licence = '' }: DeskEntry) => foldText(licence)],
    ['name', ({ name }: DeskEntry) => partsOf(name).join(' ')],
    ['swapped', ({ name }: DeskEntry) => [...partsOf(name)].sort().join(' ')],
  ] as const) {
    for (const [key, same] of groupBy(entries, keyOf)) {
      if (key === '') continue;
      for (const twins of pairsOf(same, because)) {
        if (!found.has(twinsKey(twins))) found.set(twinsKey(twins), twins);
      }
    }
  }
  const isSame = ({ one, other }: Twins) => (one.category === other.category ? 0 : 1);
  return [...found.values()].sort((a, b) => isSame(a) - isSame(b) || a.one.number - b.one.number);
}

function partsOf(name: string): readonly string[] {
  return foldText(name)
    .split(/[\s,.-]+/)
    .filter(Boolean);
}

function pairsOf(same: readonly DeskEntry[], because: Twins['because']): readonly Twins[] {
  const [first, ...others] = same.toSorted((a, b) => a.number - b.number);
  return first ? others.map((other) => ({ one: first, other, because })) : [];
}
