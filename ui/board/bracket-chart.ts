// A bracket as a chart: columns of matches from the first round that is still of interest to the final. Pure: what stands where.
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';

export interface ChartColumn {
  /** 1 for the final, 2 for the semi-finals. */
  readonly level: number;
  readonly matches: readonly MatchInBracketView[];
}

const isOfMedals = ({ section, topPlace }: MatchInBracketView) => section === 'bracket' && topPlace === 1;

/** Rounds for the first place in their order, the final with the one for the third beside it; each from the top down. Empty for no bracket. */
function columnsOf({ system, matches }: Pick<BracketView, 'system' | 'matches'>): readonly ChartColumn[] {
  if (system !== 'bracket') return [];
  const main = matches.filter(isOfMedals);
  const levels = [...new Set(main.map(({ level }) => level))].sort((a, b) => b - a);
  const bronze = matches.filter(
    ({ section, topPlace, level }) => section === 'bracket' && topPlace === 3 && level === 1,
  );
  return levels.map((level) => ({
    level,
    matches: [...main.filter((match) => match.level === level), ...(level === 1 ? bronze : [])],
  }));
}

/** The first round that is still being shot. */
function firstOpen(columns: readonly ChartColumn[]): number {
  return columns.findIndex(({ matches }) => matches.some(({ winner, kind }) => kind === 'match' && winner === null));
}

/**
 * From the first round of which `most` matches stand in a column to the final; earlier ones are left out, the one that is being shot never, so
 * that its column may be longer.
 */
export function chartOf(bracket: Pick<BracketView, 'system' | 'matches'>, most: number): readonly ChartColumn[] {
  const columns = columnsOf(bracket);
  const open = firstOpen(columns);
  const fitting = columns.findIndex(({ matches }) => matches.length <= most);
  return columns.slice(Math.max(0, open < 0 ? fitting : Math.min(fitting, open)));
}

/** So many matches in a column can be read across a hall. */
const mostOnTv = 4;

/**
 * For a TV, where nobody scrolls: a chart that is longer comes in sections, each with some matches of its first round and all that follows from
 * them, and then the rounds that are left, once somebody is known there.
 */
export function tvPagesOf(bracket: Pick<BracketView, 'system' | 'matches'>): readonly (readonly ChartColumn[])[] {
  const pages = chartPages(chartOf(bracket, mostOnTv), mostOnTv);
  return pages.filter(([first], index) => index === 0 || first?.matches.some(isKnown));
}

const isKnown = ({ seats }: MatchInBracketView) => seats.a.kind === 'competitor' || seats.b.kind === 'competitor';

function chartPages(chart: readonly ChartColumn[], most: number): readonly (readonly ChartColumn[])[] {
  const [first] = chart;
  if (!first || first.matches.length <= most) return [chart];
  const sections = Math.ceil(first.matches.length / most);
  const shared = chart.filter(({ matches, level }) => level > 1 && matches.length >= sections);
  const rest = chart.filter(({ matches, level }) => level === 1 || matches.length <= sections);
  const pages = Array.from({ length: sections }, (_, section) =>
    shared.map(({ level, matches }) => {
      const each = Math.ceil(matches.length / sections);
      return { level, matches: matches.slice(section * each, (section + 1) * each) };
    }),
  );
  return [...pages, ...chartPages(rest, most)];
}
