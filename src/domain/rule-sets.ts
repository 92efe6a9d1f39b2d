// Rule sets by year: the tie-break of the qualification ranking is data chosen per competition, so that an old
// competition keeps its rules for ever (RULES 1.5).
import type { ArrowValue } from './arrow-value.ts';
import type { Discipline } from './rounds/rounds.ts';

/** Counts that break ties. `ten` counts the inner ten too, as cards do; field counted sixes and fives together before 2026. */
export const tieBreakCounts = ['x', 'ten', 'nine', 'eleven', 'six', 'five', 'sixOrFive'] as const;
export type TieBreakCount = (typeof tieBreakCounts)[number];

export interface RuleSet {
  readonly id: string;
  readonly name: string;
  /** Compared one after the other, most first, when totals are equal. */
  readonly tieBreaks: Readonly<Record<Discipline, readonly TieBreakCount[]>>;
}

const unchanged = { indoor: ['ten', 'nine'], field: ['six', 'five'], '3d': ['eleven', 'ten'] } as const;

export const ruleSets: readonly RuleSet[] = [
  { id: 'wa-2026', name: 'World Archery 2026', tieBreaks: { outdoor: ['x', 'ten'], ...unchanged } },
  {
    id: 'wa-2025',
    name: 'World Archery before 2026',
    tieBreaks: { outdoor: ['ten', 'x'], ...unchanged, field: ['sixOrFive', 'six'] },
  },
];

const ruleSetsById: ReadonlyMap<string, RuleSet> = new Map(ruleSets.map((each) => [each.id, each]));

export function findRuleSet(id: string): RuleSet | undefined {
  return ruleSetsById.get(id);
}

/** The rule book in force on a day, yyyy-mm-dd: the newest that is not younger than the year; the oldest for years before all. */
export function ruleSetOfYear(day: string): string {
  return Number(day.slice(0, 4)) >= 2026 || !/^\d{4}/.test(day) ? 'wa-2026' : 'wa-2025';
}

/** What breaks ties in a competition: its rule set's counts for its discipline. */
export function tieBreakOf(of: {
  readonly ruleSetId: string;
  readonly discipline: Discipline;
}): readonly TieBreakCount[] {
  return findRuleSet(of.ruleSetId)?.tieBreaks[of.discipline] ?? [];
}

export const valuesCounted: Readonly<Record<TieBreakCount, readonly ArrowValue[]>> = {
  x: ['X'],
  ten: ['X', '10'],
  nine: ['9'],
  eleven: ['11'],
  six: ['6'],
  five: ['5'],
  sixOrFive: ['6', '5'],
};

export function isTieBreakCount(text: string): text is TieBreakCount {
  return tieBreakCounts.some((count) => count === text);
}
