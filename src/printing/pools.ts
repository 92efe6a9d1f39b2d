// Tables of pools: how everybody stands, and who shot what against whom.
import type { MatchResult } from '../interchange/match-results.ts';
import type { EventResult, PoolResult } from '../interchange/results.ts';
import { frameOf, type Printed } from './asked.ts';
import type { Sheets } from './paper.ts';
import { statusOfEvent } from './status.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import type { Words } from './words/words.ts';

const right = 'right' as const;
const center = 'center' as const;
/** More opponents than these have no columns of their own. */
const mostColumns = 10;

export function poolSheets(printed: Printed, event: EventResult): Sheets {
  const { words } = printed;
  const status = statusOfEvent(printed, event.event);
  const frame = { ...frameOf(printed, 'brackets'), title: `${words('brackets')}: ${event.name}` };
  const sections = event.pools.map((pool) => poolSection(words, event, pool));
  if (sections.length === 0) return { paper: frame.paper, count: 0, page: () => [] };
  return tableSheets({ ...frame, ...(status && { status: words(status) }) }, sections, words);
}

function poolSection(words: Words, event: EventResult, { pool, rows }: PoolResult): TableSection {
  const isCrossed = rows.length <= mostColumns;
  const opponents = isCrossed ? rows : [];
  return {
    title: event.pools.length > 1 ? words('pool', { pool }) : event.name,
    columns: [
      { title: words.short('place'), share: 8, align: right },
      { title: words.short('name'), share: 34 },
      ...opponents.map(({ place }) => ({ title: String(place), share: 7, align: center })),
      { title: words.short('won'), share: 10, align: right },
      { title: words.short('points'), share: 12, align: center },
      { title: words.short('total'), share: 9, align: right },
    ],
    rows: rows.map((row) => ({
      cells: [
        ...[String(row.place), row.name],
        ...opponents.map((other) => (other === row ? '–' : pairScore(event.matches, row.seed, other.seed))),
        ...[`${row.won} / ${row.matches}`, `${row.pointsFor} : ${row.pointsAgainst}`, String(row.total)],
      ],
    })),
  };
}

function pairScore(matches: readonly MatchResult[], one: number, other: number): string {
  for (const { section, seats, points, hasBegun } of matches) {
    if (section !== 'pool' || !points || !hasBegun) continue;
    if (seats.a.seed === one && seats.b.seed === other) return `${points.a}:${points.b}`;
    if (seats.b.seed === one && seats.a.seed === other) return `${points.b}:${points.a}`;
  }
  return '';
}
