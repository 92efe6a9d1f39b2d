// Results as lists: the qualification with its distances, then the final rankings of the events and their matches.

import { tallyOfEnds } from '../domain/card/scorecard.ts';
import { roundById, scorecardOf } from '../domain/competition.ts';
import { lengthOf, type Round } from '../domain/rounds/round.ts';
import type { MatchResult } from '../interchange/match-results.ts';
import type { CategoryResult, CategoryRow, EventResult } from '../interchange/results.ts';
import { frameOf, type Printed } from './asked.ts';
import { countTitles } from './count-titles.ts';
import type { Sheets } from './paper.ts';
import { matchTitle } from './phases.ts';
import { statusOfCategory, statusOfEvent } from './status.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import type { Words } from './words/words.ts';

const right = 'right' as const;
const text = (value: string | number | null) => (value === null ? '' : String(value));

export function qualificationSheets(printed: Printed): Sheets {
  const { words, options } = printed;
  const sections = printed
    .results()
    .categories.filter(({ category, rows }) => rows.length > 0 && (options.category ?? category) === category)
    .map((each) => categorySection(printed, each));
  return tableSheets(frameOf(printed, 'qualification'), sections, words);
}

function categorySection(printed: Printed, result: CategoryResult): TableSection {
  const { words, shown } = printed;
  const status = statusOfCategory(printed, result.category);
  const { tieBreak, cut, rows, openTies, unfinished, name, category } = result;
  const round = roundById(shown, result.roundId);
  const parts = round ? partsOf(round) : [];
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.name ?? key;
  return {
    title: [name, category, round?.name ?? ''].filter(Boolean).join(' · '),
    ...(status && { status: words(status) }),
    columns: [
      { title: words('rank'), share: 11, align: right },
      { title: words('name'), share: 30 },
      { title: words('club'), share: 22 },
      { title: words('target'), share: 9, align: right },
      ...parts.map(({ title }) => ({ title, share: 8, align: right })),
      { title: words('total'), share: 9, align: right },
      ...tieBreak.map((count) => ({ title: countTitles[count], share: 7, align: right })),
      { title: words('notes'), share: 12 },
    ],
    rows: rows.map((row, index) => ({
      cells: [
        ...[text(row.rank), row.name, row.club, text(row.target)],
        ...parts.map((part) => distanceTotal(printed, row, part)),
        ...[text(row.total), ...row.counts.map(String), notesOf(row)],
      ],
      // The line of the cut.
      ruled: index > 0 && rows[index - 1]?.isIn === true && row.isIn !== true,
    })),
    notes: [
      ...(cut === null ? [] : [words('goOn', { count: cut })]),
      ...openTies.map(({ keys, from, to }) => words('openTie', { from, to, names: keys.map(nameOf).join(', ') })),
      ...(unfinished.length === 0 ? [] : [words('officialWhen', { count: unfinished.length })]),
    ],
  };
}

interface Part {
  readonly title: string;
  readonly round: Round;
  readonly fromEnd: number;
  readonly toEnd: number;
}

/** Of rounds of several distances; more than four stand on the card only. */
function partsOf(round: Round): readonly Part[] {
  if (round.distances.length < 2 || round.distances.length > 4) return [];
  let last = 0;
  return round.distances.map((distance) => {
    const fromEnd = last + 1;
    last += distance.ends;
    const { amount, unit } = lengthOf(distance);
    return { title: distance.nominal ? '' : `${amount} ${unit === 'yard' ? 'yd' : 'm'}`, round, fromEnd, toEnd: last };
  });
}

function distanceTotal({ shown }: Printed, { entry }: CategoryRow, { round, ...ends }: Part): string {
  return String(tallyOfEnds(round, scorecardOf(shown, entry).ends, ends).total);
}

function notesOf({ standing, decidedBy, records }: CategoryRow): string {
  const flags = records.map(({ kind, how }) => (how === 'beaten' ? kind : `${kind} =`));
  return [standing === 'competing' ? '' : standing, decidedBy ?? '', ...flags].filter(Boolean).join(' ');
}

export function finalsSheets(printed: Printed): Sheets {
  const { words } = printed;
  const sections = printed
    .results()
    .events.filter(({ event }) => (printed.options.event ?? event) === event)
    .flatMap((event) => [...nonEmpty(rankingSection(printed, event)), ...nonEmpty(matchSection(printed, event))]);
  return tableSheets(frameOf(printed, 'finals'), sections, words);
}

function nonEmpty(section: TableSection): readonly TableSection[] {
  return section.rows.length > 0 ? [section] : [];
}

function rankingSection(printed: Printed, { event, name, finalRanking }: EventResult): TableSection {
  const { words } = printed;
  const status = statusOfEvent(printed, event);
  return {
    ...(status && { status: words(status) }),
    title: `${name}: ${words('finalRanking')}`,
    columns: [
      { title: words('place'), share: 10, align: right },
      { title: words('name'), share: 36 },
      { title: words('club'), share: 26 },
      { title: words('country'), share: 16 },
      { title: words('medal'), share: 12 },
    ],
    rows: finalRanking
      .filter(({ place }) => place !== null)
      .map(({ place, name: who, club, country, medal }) => ({
        cells: [text(place), who, club, country, medal ? words(medal) : ''],
        bold: medal !== null,
      })),
  };
}

function matchSection(printed: Printed, { event, name, matches }: EventResult): TableSection {
  const { words } = printed;
  const status = statusOfEvent(printed, event);
  return {
    ...(status && { status: words(status) }),
    title: `${name}: ${words('matches')}`,
    columns: [
      { title: words('match'), share: 14 },
      { title: words('name'), share: 36 },
      { title: words('result'), share: 14, align: 'center' },
      { title: words('name'), share: 36 },
    ],
    rows: matches
      .filter(({ kind }) => kind === 'match' || kind === 'bye')
      .map((match, index, all) => ({
        cells: [matchTitle(words, match), sideOf(words, match, 'a'), scoreOf(match), sideOf(words, match, 'b')],
        ruled: index > 0 && all[index - 1]?.level !== match.level,
      })),
  };
}

/** The winner is marked, so that it is seen on a copy in black and white too. */
function sideOf(words: Words, { seats, winner, kind }: MatchResult, side: 'a' | 'b'): string {
  const { name, seed } = seats[side];
  if (name === null) return kind === 'bye' ? words('bye') : '';
  return `${winner === side ? '» ' : ''}${name}${seed === null ? '' : ` (${seed})`}`;
}

function scoreOf({ points, kind, hasBegun, shootOffs }: MatchResult): string {
  if (kind !== 'match' || !points || !hasBegun) return '';
  const last = shootOffs.at(-1);
  return `${points.a} : ${points.b}${last ? ` (${last.points.a}:${last.points.b})` : ''}`;
}
