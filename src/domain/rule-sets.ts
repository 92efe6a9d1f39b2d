// Rule sets by year: the tie-break of the qualification ranking is data chosen per competition, so that an old
// competition keeps its rules for ever (RULES 1.5).
import type { ArrowValue } from './arrow-value.ts';
import type { Discipline } from './rounds.ts';

/** A count that breaks ties. `ten` counts the inner ten too, as cards do. */
export type TieBreakCount = 'x' | 'ten' | 'nine';

export interface RuleSet {
  readonly id: string;
  readonly name: string;
  /** Compared one after the other, most first, when totals are equal. */
  readonly tieBreaks: Readonly<Record<Discipline, readonly TieBreakCount[]>>;
}

export const ruleSets: readonly RuleSet[] = [
  { id: 'wa-2026', name: 'World Archery 2026', tieBreaks: { outdoor: ['x', 'ten'], indoor: ['ten', 'nine'] } },
  { id: 'wa-2025', name: 'World Archery before 2026', tieBreaks: { outdoor: ['ten', 'x'], indoor: ['ten', 'nine'] } },
];

const ruleSetsById: ReadonlyMap<string, RuleSet> = new Map(ruleSets.map((each) => [each.id, each]));

export function findRuleSet(id: string): RuleSet | undefined {
  return ruleSetsById.get(id);
}

export const valuesCounted: Readonly<Record<TieBreakCount, readonly ArrowValue[]>> = {
  x: ['X'],
  ten: ['X', '10'],
  nine: ['9'],
};
