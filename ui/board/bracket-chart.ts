// A bracket as a chart: columns of matches from the first round that is still of interest to the final. Pure: what stands where.
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';

export interface ChartColumn {
  /** 1 for the final, 2 for the semi-finals. */
  readonly level: number;
  readonly matches: readonly MatchInBracketView[];
}

const isOfMedals = ({ section, topPlace }: MatchInBracketView) => section === 'bracket' && topPlace === 1;

/**
 * The matches for the first place, round by round, and with the final the one for the third. `most` matches stand in a column: earlier rounds
 * are left out, the one that is being shot never. Empty for what is no bracket.
 */
export function chartOf(
  { system, matches }: Pick<BracketView, 'system' | 'matches'>,
  most: number,
): readonly ChartColumn[] {
  if (system !== 'bracket') return [];
  const main = matches.filter(isOfMedals);
  const levels = [...new Set(main.map(({ level }) => level))].sort((a, b) => b - a);
  const columns = levels.map((level) => ({ level, matches: main.filter((match) => match.level === level) }));
  const open = columns.findIndex((column) =>
    column.matches.some(({ winner, kind }) => kind === 'match' && winner === null),
  );
  const fitting = columns.findIndex((column) => column.matches.length <= most);
  const from = Math.max(0, open < 0 ? fitting : Math.min(fitting, open));
  const bronze = matches.filter(
    ({ section, topPlace, level }) => section === 'bracket' && topPlace === 3 && level === 1,
  );
  return columns
    .slice(from)
    .map((column) => (column.level === 1 ? { level: 1, matches: [...column.matches, ...bronze] } : column));
}
