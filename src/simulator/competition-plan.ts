// The plan of an invented competition: who shoots what, and where. Plain commands, for whoever has a journal to put them into.

import type { CreateCompetition, ImportEntries, NewEntry } from '../domain/commands.ts';
import type { Discipline } from '../domain/rounds/rounds.ts';
import { assignTargets } from '../domain/setup/assign-targets.ts';
import { type Category, categoryFromCode } from '../domain/setup/categories.ts';
import { drawAthlete, type Gender } from './athletes.ts';
import { createRandom } from './random.ts';

export interface CompetitionPlan {
  readonly creation: CreateCompetition;
  readonly entries: ImportEntries;
  /** Where somebody shoots, in order: a tablet each. */
  readonly butts: readonly number[];
}

export interface PlanOptions {
  readonly seed: number;
  readonly archers: number;
  readonly name: string;
  readonly venue: string;
  /** yyyy-mm-dd */
  readonly day: string;
  readonly discipline?: Discipline;
  readonly archersPerButt?: number;
}

/** In twelfths of the field. */
const shares = { RM: 3.5, RW: 2.5, CM: 2.5, CW: 1.5, BM: 1, BW: 1 } as const;

/** Whole butts to each category, largest remainder first, so that butts are full but for the last. */
function countByCategory(archers: number, perButt: number): ReadonlyMap<string, number> {
  const butts = Math.ceil(archers / perButt);
  const wanted = Object.entries(shares).map(([code, share]) => ({ code, exact: (butts * share) / 12 }));
  const counts = new Map(wanted.map(({ code, exact }) => [code, Math.floor(exact)]));
  const byRemainder = wanted.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  let left = butts - [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const { code } of byRemainder) {
    if (left === 0) break;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    left -= 1;
  }
  const missing = butts * perButt - archers;
  const heads = [...counts].filter(([, count]) => count > 0).map(([code, count]) => [code, count * perButt] as const);
  return new Map(heads.map(([code, count], index) => [code, index === 0 ? count - missing : count]));
}

export function planCompetition({
  seed,
  archers,
  name,
  venue,
  day,
  discipline = 'outdoor',
  archersPerButt = 4,
}: PlanOptions): CompetitionPlan {
  const random = createRandom(seed);
  const categories: Category[] = [];
  const entries: NewEntry[] = [];
  const used = new Set<string>();
  for (const [code, count] of countByCategory(archers, archersPerButt)) {
    const category = categoryFromCode(code, discipline);
    if (!category) continue;
    categories.push(category);
    const gender: Gender = code.endsWith('W') ? 'W' : 'M';
    for (let index = 0; index < count; index += 1) {
      entries.push({ ...drawAthlete(gender, used, random), category: code, target: undefined });
    }
  }
  const placed = assignTargets(entries, new Set(), archersPerButt);
  const butts = new Set(placed.flatMap(({ target }) => (target ? [target.butt] : [])));
  return {
    creation: { kind: 'createCompetition', name, venue, from: day, to: day, discipline, ruleSetId: 'wa-2026' },
    entries: { kind: 'importEntries', categories, entries: placed },
    butts: [...butts].sort((a, b) => a - b),
  };
}
