// Medals: tables by club and country, and for the ceremony who is called, event by event from bronze to gold, teams with their archers.
import type { EventResult, Results } from '../interchange/results.ts';
import { frameOf, type Printed } from './asked.ts';
import type { Sheets } from './paper.ts';
import { statusOfEvent } from './status.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import type { Words } from './words/words.ts';

const right = 'right' as const;

export function medalSheets(printed: Printed): Sheets {
  const { words } = printed;
  const { medals, events } = printed.results();
  const tables = (['club', 'country'] as const).map((of) => medalTable(words, of, medals[of]));
  const ceremonies = events.map((event) => ceremonySection(printed, event));
  const sections = [...tables, ...ceremonies].filter(({ rows }) => rows.length > 0);
  return tableSheets(frameOf(printed, 'medals'), sections, words);
}

function medalTable(words: Words, of: 'club' | 'country', rows: Results['medals']['club']): TableSection {
  const named = rows.filter((row) => row.name !== '');
  return {
    title: words(of === 'club' ? 'byClub' : 'byCountry'),
    columns: [
      { title: words('place'), share: 10, align: right },
      { title: words(of), share: 54 },
      ...(['gold', 'silver', 'bronze'] as const).map((medal) => ({ title: words(medal), share: 12, align: right })),
    ],
    rows: named.map(({ name, place, gold, silver, bronze }) => ({
      cells: [String(place), name, ...[gold, silver, bronze].map(String)],
    })),
  };
}

function ceremonySection(printed: Printed, { event, name, contest, finalRanking }: EventResult): TableSection {
  const { words, shown } = printed;
  const status = statusOfEvent(printed, event);
  const called = finalRanking.filter(({ medal }) => medal !== null).toReversed();
  return {
    title: name,
    ...(status && { status: words(status) }),
    columns: [
      { title: words('place'), share: 10, align: right },
      { title: words('name'), share: 38 },
      { title: words('club'), share: 26 },
      { title: words('country'), share: 14 },
      { title: words('medal'), share: 12 },
    ],
    rows: called.flatMap(({ place, name: who, club, country, medal, entries }, index) => [
      {
        cells: [String(place ?? ''), who, club, country, medal ? words(medal) : ''],
        bold: true,
        ruled: index > 0,
      },
      ...(contest === 'individual' ? [] : entries).map((entry) => ({
        cells: ['', shown.entries.at(entry)?.name ?? '', '', shown.entries.at(entry)?.country ?? '', ''],
      })),
    ]),
  };
}
