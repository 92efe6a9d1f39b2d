// Any draw as columns of matches: the chart itself, matches for lower places, both halves of a double elimination, pools. Pure: what stands
// where; the page draws it.
import type { Side } from '../../../src/domain/match/match.ts';
import type { BracketView, MatchInBracketView } from '../../../src/wire/api-matches.ts';

export type SectionKind = 'chart' | 'places' | 'upper' | 'lower' | 'final' | 'pool';

export interface ChartSection {
  readonly kind: SectionKind;
  /** Of a pool. */
  readonly pool: string | undefined;
  /** Rounds from the first on. */
  readonly columns: readonly (readonly MatchInBracketView[])[];
}

function sectionOf({ section, topPlace, level, pool }: MatchInBracketView): string {
  if (section === 'pool') return `pool/${pool ?? ''}`;
  if (section !== 'bracket') return section;
  return topPlace === 1 || (topPlace === 3 && level === 1) ? 'chart' : 'places';
}

const order: readonly string[] = ['pool', 'upper', 'lower', 'final', 'chart', 'places'];

/** In the order in which they are shot. */
export function chartSections({ matches }: Pick<BracketView, 'matches'>): readonly ChartSection[] {
  const sections = [...new Set(matches.map(sectionOf))].map((name): ChartSection => {
    const [kind = '', pool] = name.split('/');
    return { kind: kindOf(kind), pool, columns: columnsOf(matches.filter((match) => sectionOf(match) === name)) };
  });
  return sections.toSorted((x, y) => order.indexOf(x.kind) - order.indexOf(y.kind));
}

function kindOf(name: string): SectionKind {
  switch (name) {
    case 'pool':
    case 'upper':
    case 'lower':
    case 'final':
    case 'places':
      return name;
    default:
      return 'chart';
  }
}

/** A bracket counts its rounds from the final back, everything else from the first on. */
function columnsOf(matches: readonly MatchInBracketView[]): ChartSection['columns'] {
  const isBracket = matches[0]?.section === 'bracket';
  const levels = [...new Set(matches.map(({ level }) => level))].sort((x, y) => (isBracket ? y - x : x - y));
  return levels.map((level) =>
    matches.filter((match) => match.level === level).toSorted((x, y) => x.number - y.number),
  );
}

export interface Place {
  readonly match: string;
  readonly side: Side;
}

/** Whether the organiser may swap who stands there from the start. */
export function isFirstPlace({ seats }: MatchInBracketView, side: Side): boolean {
  const { from } = seats[side].source;
  return from === 'seed' || from === 'nobody';
}
