// When what is shot: the sessions of the qualification, then the matches that have a time, day by day.

import type { Seat } from '../domain/event/event-play.ts';
import { type ScheduledMatch, scheduleOf } from '../domain/event/schedule.ts';
import type { Session } from '../domain/setup/sessions.ts';
import { frameOf, type Printed } from './asked.ts';
import type { Sheets } from './paper.ts';
import { matchTitle } from './phases.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import { daysIn } from './words/words.ts';

export function scheduleSheets(printed: Printed): Sheets {
  const { shown, words } = printed;
  const days = Map.groupBy(scheduleOf(shown), ({ slot }) => slot.at.slice(0, 10));
  const sections = [
    ...(shown.sessions.length > 0 ? [sessionSection(printed, shown.sessions)] : []),
    ...Array.from(days, ([day, matches]) => daySection(printed, day, matches)),
  ];
  return tableSheets(frameOf(printed, 'schedule'), sections, words);
}

function sessionSection({ words }: Printed, sessions: readonly Session[]): TableSection {
  return {
    title: words('qualification'),
    columns: [
      { title: words('day'), share: 26 },
      { title: words('time'), share: 10 },
      { title: words('session'), share: 26 },
      { title: words('category'), share: 26 },
      { title: words('ends'), share: 12 },
    ],
    rows: sessions.map(({ name, day, start, categories, fromEnd, toEnd }, index) => ({
      cells: [
        daysIn(words.language, day, day),
        start,
        name,
        categories.length > 0 ? categories.join(', ') : words('all'),
        `${fromEnd}–${toEnd}`,
      ],
      ruled: index > 0 && sessions[index - 1]?.day !== day,
    })),
  };
}

function daySection({ words }: Printed, day: string, matches: readonly ScheduledMatch[]): TableSection {
  return {
    title: `${words('matchesTitle')} · ${daysIn(words.language, day, day)}`,
    columns: [
      { title: words('time'), share: 8 },
      { title: words('target'), share: 9 },
      { title: words('event'), share: 21 },
      { title: words('match'), share: 14 },
      { title: words('name'), share: 24 },
      { title: words('name'), share: 24 },
    ],
    rows: matches.map(({ slot, eventName, played: { drawn, seats } }, index) => ({
      cells: [
        slot.at.slice(11),
        slot.butts.a === slot.butts.b ? String(slot.butts.a) : `${slot.butts.a}, ${slot.butts.b}`,
        eventName,
        matchTitle(words, { ...drawn, pool: drawn.pool ?? null }),
        nameOf(seats.a),
        nameOf(seats.b),
      ],
      ruled: index > 0 && matches[index - 1]?.slot.at !== slot.at,
    })),
  };
}

function nameOf(seat: Seat): string {
  return seat.kind === 'competitor' ? seat.competitor.name : '';
}
