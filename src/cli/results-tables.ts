// Results for a person at a terminal: a heading and a table for each ranking, the matches, the pools, the medals.
import type { MatchResult } from '../interchange/match-results.ts';
import type {
  CategoryResult,
  EventResult,
  QualificationResult,
  RankedResult,
  Results,
} from '../interchange/results.ts';
import { groupedHead } from './grouped-head.ts';
import { bold, plain } from './output.ts';
import { type Column, renderTable } from './table.ts';

export function renderResults(results: Results): string {
  const { name, venue, from, to, ruleSetId, journal, categories, events, medals } = results;
  const days = from === to ? from : `${from} to ${to}`;
  const parts = [
    [plain([name, venue, days, ruleSetId].filter(Boolean).join(' · '))],
    ...categories.map(categoryLines),
    ...events.flatMap(eventLines),
    ...(['club', 'country'] as const).map((of) => medalLines(of, medals[of])),
    journal ? [`${journal.facts} facts, head ${groupedHead(journal.head)}`, journal.head] : [],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headed(title: string, columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [bold(plain(title), process.stdout), ...renderTable(columns, rows)];
}

const countTitles: Readonly<Record<string, string>> = {
  x: 'X',
  ten: '10',
  nine: '9',
  eleven: '11',
  six: '6',
  five: '5',
  sixOrFive: '6+5',
};

const right = 'right' as const;

function text(value: string | number | null): string {
  return value === null ? '' : String(value);
}

/** Who is in is marked, so that the cut is seen without colour. */
function rankingLines(
  title: string,
  { tieBreak, cut, rows }: Omit<QualificationResult, 'rows'> & { readonly rows: readonly (RankedResult & More)[] },
): readonly string[] {
  const columns: readonly Column[] = [
    { title: 'Rank', align: right },
    { title: '' },
    { title: 'Name' },
    { title: 'Club' },
    { title: 'Country' },
    { title: 'Target', align: right },
    { title: 'Arrows', align: right },
    { title: 'Total', align: right },
    ...tieBreak.map((count) => ({ title: countTitles[count] ?? count, align: right })),
    { title: 'Notes' },
  ];
  const goesOn = cut === null ? title : `${title}, ${cut} go on (*)`;
  return headed(
    goesOn,
    columns,
    rows.map((row) => {
      const { rank, isIn, name, club, country, target = null, arrows, total, counts } = row;
      const details = [club, country, text(target), text(arrows), text(total), ...counts.map(text)];
      return [text(rank), isIn ? '*' : '', name, ...details, notesOf(row)];
    }),
  );
}

interface More {
  readonly target?: string | null;
  readonly records?: CategoryResult['rows'][number]['records'];
}

function notesOf({ standing, decidedBy, records = [] }: RankedResult & More): string {
  const flags = records.map(({ kind, how }) => (how === 'beaten' ? kind : `${kind} =`));
  return [standing === 'competing' ? '' : standing, decidedBy ?? '', ...flags].filter(Boolean).join(' ');
}

function tieLines({ openTies, rows }: QualificationResult): readonly string[] {
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.name ?? key;
  return openTies.map(({ reason, keys, from, to }) => {
    const how = reason === 'SO' ? 'A shoot-off' : 'A toss';
    return plain(`${how} has to decide places ${from} to ${to}: ${keys.map(nameOf).join(', ')}`);
  });
}

function categoryLines(result: CategoryResult): readonly string[] {
  return [...rankingLines(`${result.name} (${result.category})`, result), ...tieLines(result)];
}

function eventLines(event: EventResult): readonly (readonly string[])[] {
  const { name, contest, qualification, matches, pools, finalRanking } = event;
  // An individual event's qualification is its category's ranking, printed already.
  const teams =
    contest === 'individual' ? [] : [...rankingLines(`${name}: teams`, qualification), ...tieLines(qualification)];
  return [
    teams,
    ...pools.map(({ pool, rows }) => poolLines(`${name}: pool ${pool}`, rows)),
    matchLines(`${name}: matches`, matches),
    headed(
      `${name}: final ranking`,
      [
        { title: 'Place', align: right },
        { title: 'Name' },
        { title: 'Club' },
        { title: 'Country' },
        { title: 'Medal' },
      ],
      finalRanking
        .filter(({ place }) => place !== null)
        .map(({ place, name: who, club, country, medal }) => [text(place), who, club, country, text(medal)]),
    ),
  ];
}

function poolLines(title: string, rows: EventResult['pools'][number]['rows']): readonly string[] {
  const columns = [
    { title: 'Place', align: right },
    { title: 'Name' },
    { title: 'Won', align: right },
    { title: 'Matches', align: right },
    { title: 'For', align: right },
    { title: 'Against', align: right },
    { title: 'Total', align: right },
  ];
  return headed(
    title,
    columns,
    rows.map(({ place, name, won, matches, pointsFor, pointsAgainst, total }) => {
      return [text(place), name, ...[won, matches, pointsFor, pointsAgainst, total].map(text)];
    }),
  );
}

function matchLines(title: string, matches: readonly MatchResult[]): readonly string[] {
  const columns = [
    { title: 'Match' },
    { title: 'At' },
    { title: 'Seed', align: right },
    { title: 'Left' },
    { title: 'Score', align: right },
    { title: 'Right' },
    { title: 'Seed', align: right },
    { title: 'Notes' },
  ];
  return headed(
    title,
    columns,
    matches.map((match) => {
      const { id, seats, points, hasBegun, winner, slot } = match;
      const score = points && (hasBegun || winner) && match.kind === 'match' ? `${points.a} : ${points.b}` : '';
      const at = slot ? slot.at.replace('T', ' ') : '';
      return [
        id,
        at,
        text(seats.a.seed),
        seatName(match, 'a'),
        score,
        seatName(match, 'b'),
        text(seats.b.seed),
        noteOf(match),
      ];
    }),
  );
}

function seatName({ seats, winner }: MatchResult, side: 'a' | 'b'): string {
  const { kind, name } = seats[side];
  if (kind === 'nobody') return '(bye)';
  return kind === 'pending' ? '…' : `${text(name)}${winner === side ? ' *' : ''}`;
}

function noteOf({ kind, wonBy }: MatchResult): string {
  if (kind === 'notNeeded') return 'not needed';
  return wonBy === null || wonBy === 'score' || wonBy === 'bye' ? '' : wonBy === 'shootOff' ? 'shoot-off' : wonBy;
}

function medalLines(of: 'club' | 'country', rows: Results['medals']['club']): readonly string[] {
  const title = of === 'club' ? 'Medals by club' : 'Medals by country';
  const columns = [
    { title: 'Place', align: right },
    { title: of === 'club' ? 'Club' : 'Country' },
    ...['Gold', 'Silver', 'Bronze'].map((each) => ({ title: each, align: right })),
  ];
  return headed(
    title,
    columns,
    rows.map(({ place, name, gold, silver, bronze }) => [text(place), name, ...[gold, silver, bronze].map(text)]),
  );
}
