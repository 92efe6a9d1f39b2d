// Scores of the qualification: rankings of archers and teams, and every end with its arrows.
import { endPoints, runningTotals, tallyOfEnds } from '../domain/card/scorecard.ts';
import { roundById, roundOfEntry, scorecardOf } from '../domain/competition.ts';
import type { Round } from '../domain/rounds/round.ts';
import type { TieBreakCount } from '../domain/rule-sets.ts';
import { formatTarget } from '../domain/target.ts';
import type { CategoryResult, CategoryRow, RankedResult } from '../interchange/results.ts';
import { countTitles } from '../printing/count-titles.ts';
import type { Tabled } from './asked.ts';
import { arrowCell, mostOf } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';

export function qualificationSheet(tabled: Tabled): Sheet {
  const { words, state } = tabled;
  const { own, paper } = words;
  const { categories } = tabled.results();
  const counts = countsOf(categories);
  const distances = mostOf(categories, ({ roundId }) => roundById(state, roundId)?.distances.length ?? 0);
  // One distance is the total itself.
  const parts = distances < 2 ? [] : Array.from({ length: distances }, (_, index) => index + 1);
  return {
    title: paper('qualification'),
    columns: [
      ...[paper('category'), own('categoryName'), own('round'), paper('rank')],
      ...(['name', 'club', 'country', 'target'] as const).map(paper),
      ...parts.map((number) => own('distance', { number })),
      ...[paper('total'), ...counts.map((count) => countTitles[count]), own('shot'), paper('notes')],
    ],
    rows: lines(),
  };

  function* lines(): Generator<readonly Cell[]> {
    for (const result of categories) {
      const { category, name, tieBreak, rows, roundId } = result;
      const round = roundById(state, roundId);
      for (const row of rows) {
        yield [
          ...[category, name, round?.name ?? roundId, row.rank],
          ...[row.name, row.club, row.country, row.target],
          ...parts.map((part) => distanceTotal(tabled, row, round, part)),
          ...[row.total, ...countCells(row, tieBreak, counts), row.arrows, notesOf(row)],
        ];
      }
    }
  }
}

/** All by which any of them breaks ties. */
function countsOf(results: readonly { readonly tieBreak: readonly TieBreakCount[] }[]): readonly TieBreakCount[] {
  return [...new Set(results.flatMap(({ tieBreak }) => tieBreak))];
}

function countCells(row: RankedResult, own: readonly TieBreakCount[], all: readonly TieBreakCount[]): readonly Cell[] {
  return all.map((count) => row.counts[own.indexOf(count)] ?? null);
}

function distanceTotal({ state }: Tabled, { entry }: CategoryRow, round: Round | undefined, part: number): Cell {
  const distance = round?.distances[part - 1];
  if (!round || !distance) return null;
  const before = round.distances.slice(0, part - 1).reduce((sum, { ends }) => sum + ends, 0);
  const ends = { fromEnd: before + 1, toEnd: before + distance.ends };
  return tallyOfEnds(round, scorecardOf(state, entry).ends, ends).total;
}

function notesOf({ standing, decidedBy, records = [] }: RankedResult & Partial<Pick<CategoryRow, 'records'>>): Cell {
  const flags = records.map(({ kind, how }) => (how === 'beaten' ? kind : `${kind} =`));
  return [standing === 'competing' ? '' : standing, decidedBy ?? '', ...flags].filter(Boolean).join(' ');
}

/** A line for each end that is begun: a card of twenty ends would be wider than anybody reads. */
export function endsSheet({ state, words: { own, paper } }: Tabled): Sheet {
  const rounds = new Set([...state.categories.values()].flatMap(({ roundId }) => roundById(state, roundId) ?? []));
  const arrows = mostOf(rounds, ({ distances }) => mostOf(distances, ({ arrowsPerEnd }) => arrowsPerEnd));
  return {
    title: own('ends'),
    columns: [
      ...[own('entryNumber'), paper('name'), paper('club'), paper('category'), paper('target'), paper('end')],
      ...Array.from({ length: arrows }, (_, index) => own('arrow', { number: index + 1 })),
      ...[paper('sum'), paper('total')],
    ],
    rows: lines(),
  };

  function* lines(): Generator<readonly Cell[]> {
    for (const { number, name, club, category, target } of state.entries.values()) {
      const card = scorecardOf(state, number);
      const round = roundOfEntry(state, number);
      if (!round) continue;
      const totals = runningTotals(card, round);
      for (const [index, end] of card.ends.entries()) {
        if (end.every((arrow) => arrow === null)) continue;
        yield [
          ...[number, name, club, category, target ? formatTarget(target) : null, index + 1],
          ...Array.from({ length: arrows }, (_, box) => arrowCell(end[box] ?? null)),
          ...[endPoints(round, index + 1, end), totals[index] ?? null],
        ];
      }
    }
  }
}

export function teamsSheet({ words: { own, paper }, results }: Tabled): Sheet {
  const events = results().events.filter(({ contest }) => contest !== 'individual');
  const counts = countsOf(events.map(({ qualification }) => qualification));
  return {
    title: own('teams'),
    columns: [
      ...[own('event'), own('eventName'), paper('rank'), paper('name'), paper('club'), paper('country')],
      ...[paper('total'), ...counts.map((count) => countTitles[count]), own('shot'), paper('notes')],
    ],
    rows: events.flatMap(({ event, name, qualification: { rows, tieBreak } }) =>
      rows.map((row): Cell[] => [
        ...[event, name, row.rank, row.name, row.club, row.country],
        ...[row.total, ...countCells(row, tieBreak, counts), row.arrows, notesOf(row)],
      ]),
    ),
  };
}

/** With the headings that the table of records is imported by, whatever the language. */
export function recordsSheet({ state, words: { own } }: Tabled): Sheet {
  return {
    title: own('records'),
    columns: ['kind', 'category', 'round', 'name', 'club', 'total', 'x'],
    rows: state.records.map(({ kind, category, roundId, name, club, total, x }): Cell[] => {
      return [kind, category, roundId, name, club, total, x ?? null];
    }),
  };
}

export function recordsBrokenSheet({ words: { own, paper }, results }: Tabled): Sheet {
  const broken = ({ category, rows }: CategoryResult) =>
    rows.flatMap(({ name, club, country, total, records }) =>
      records.map(({ kind, how, mark }): Cell[] => {
        return [kind, own(`how_${how}`), category, name, club, country, total, mark.total, mark.name];
      }),
    );
  return {
    title: own('recordsBroken'),
    columns: [
      ...[own('kind'), own('how'), paper('category'), paper('name'), paper('club'), paper('country')],
      ...[paper('total'), own('mark'), own('by')],
    ],
    rows: results().categories.flatMap(broken),
  };
}
