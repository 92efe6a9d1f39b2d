// Eliminations: matches, their arrows, final rankings and medals.
import type { End } from '../domain/card/scorecard.ts';
import type { Side } from '../domain/match/match.ts';
import type { MatchResult } from '../interchange/match-results.ts';
import type { EventResult } from '../interchange/results.ts';
import type { Tabled } from './asked.ts';
import { arrowCell, mostOf } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { TableWords } from './words/words.ts';

const sides = ['a', 'b'] as const;

export function matchesSheet({ words, results }: Tabled): Sheet {
  const { own, paper } = words;
  const ofSide = (side: 'left' | 'right') => (title: string) => `${title} (${own(side)})`;
  const seats = [own('seed'), paper('name'), paper('target'), paper('result')];
  return {
    title: own('matchList'),
    columns: [
      ...[own('event'), own('eventName'), paper('match'), own('stage'), own('at')],
      ...[...seats.map(ofSide('left')), ...seats.map(ofSide('right')), own('winner'), own('wonBy')],
    ],
    rows: eachMatch(results().events, ({ event, name }, match) => [
      ...[event, name, match.id, stageOf(match, words), match.slot ? match.slot.at.replace('T', ' ') : null],
      ...sides.flatMap((side) => seatCells(match, side, words)),
      match.winner === null ? null : match.seats[match.winner].name,
      match.wonBy === null ? null : own(`by_${match.wonBy}`),
    ]),
  };
}

function* eachMatch(
  events: readonly EventResult[],
  line: (event: EventResult, match: MatchResult) => readonly Cell[],
): Generator<readonly Cell[]> {
  for (const event of events) {
    for (const match of event.matches) if (match.kind !== 'notNeeded') yield line(event, match);
  }
}

/** As brackets are spoken of; pools by their letters. */
function stageOf({ section, level, topPlace, pool }: MatchResult, { paper }: TableWords): string {
  if (pool !== null) return pool;
  if (section !== 'bracket') return `${level}`;
  if (level === 1) return topPlace === 1 ? paper('final') : topPlace === 3 ? paper('bronzeMatch') : `${topPlace}–`;
  return `1/${2 ** (level - 1)}`;
}

function seatCells(match: MatchResult, side: Side, { paper }: TableWords): readonly Cell[] {
  const { kind, seed, name } = match.seats[side];
  const points = match.points && match.hasBegun ? match.points[side] : null;
  return [seed, kind === 'nobody' ? paper('bye') : name, match.slot?.butts[side] ?? null, points];
}

/** A line for each side of each end that is begun, and of each shoot-off. */
export function matchEndsSheet({ words: { own, paper }, results }: Tabled): Sheet {
  const { events } = results();
  const arrows = mostOf(events, ({ matches }) =>
    mostOf(matches, ({ ends, shootOffs }) =>
      mostOf([...ends, ...shootOffs], (end) => mostOf(sides, (side) => end.arrows[side].length)),
    ),
  );
  return {
    title: own('matchEnds'),
    columns: [
      ...[own('event'), paper('match'), own('part'), own('number'), own('side'), own('seed'), paper('name')],
      ...Array.from({ length: arrows }, (_, index) => own('arrow', { number: index + 1 })),
      ...[paper('sum'), own('setPoints')],
    ],
    rows: lines(),
  };

  function* lines(): Generator<readonly Cell[]> {
    for (const { event, matches } of events) {
      for (const match of matches) {
        for (const [index, end] of match.ends.entries()) {
          yield* bothSides(event, match, ['part_end', index + 1], end, end.setPoints);
        }
        for (const [index, end] of match.shootOffs.entries()) {
          yield* bothSides(event, match, ['part_shootOff', index + 1], end, null);
        }
      }
    }
  }

  function* bothSides(
    event: string,
    match: MatchResult,
    [part, number]: readonly ['part_end' | 'part_shootOff', number],
    { arrows: shot, points }: Pick<MatchResult['ends'][number], 'arrows' | 'points'>,
    setPoints: MatchResult['ends'][number]['setPoints'],
  ): Generator<readonly Cell[]> {
    for (const side of sides) {
      const { seed, name } = match.seats[side];
      if (isBlank(shot[side])) continue;
      yield [
        ...[event, match.id, own(part), number, own(side === 'a' ? 'left' : 'right'), seed, name],
        ...Array.from({ length: arrows }, (_, box) => arrowCell(shot[side][box] ?? null)),
        ...[points[side], setPoints?.[side] ?? null],
      ];
    }
  }
}

function isBlank(end: End): boolean {
  return end.every((arrow) => arrow === null);
}

export function finalRankingSheet({ words: { own, paper }, results }: Tabled): Sheet {
  return {
    title: own('finals'),
    columns: [
      ...[own('event'), own('eventName'), paper('place'), paper('name'), paper('club'), paper('country')],
      ...[paper('medal'), own('qualificationRank')],
    ],
    rows: results().events.flatMap(({ event, name: title, finalRanking }) =>
      finalRanking.map(({ place, name, club, country, medal, qualificationRank }): Cell[] => [
        ...[event, title, place, name, club, country, medal === null ? null : paper(medal), qualificationRank],
      ]),
    ),
  };
}

export function medalsSheet({ words: { own, paper }, results }: Tabled): Sheet {
  const { medals } = results();
  return {
    title: paper('medals'),
    columns: [own('medals_of'), ...(['place', 'name', 'gold', 'silver', 'bronze', 'total'] as const).map(paper)],
    rows: (['club', 'country'] as const).flatMap((of) =>
      medals[of]
        .filter(({ name }) => name !== '')
        .map(({ place, name, gold, silver, bronze }): Cell[] => [
          ...[own(`of_${of}`), place, name, gold, silver, bronze, gold + silver + bronze],
        ]),
    ),
  };
}
