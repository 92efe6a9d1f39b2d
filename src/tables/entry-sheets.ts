// Who is entered. The first sheet is what importing reads: every field has a column of its own, and empty ones mean nothing.
import { notesOf } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import { sessionsOf } from '../domain/setup/sessions.ts';
import { compareTargets, formatTarget } from '../domain/target.ts';
import type { Tabled } from './asked.ts';
import type { Cell, Sheet } from './sheet.ts';

export function entriesSheet({ state, words: { own, paper } }: Tabled): Sheet {
  return {
    title: own('entries'),
    columns: [
      own('entryNumber'),
      ...(['name', 'club', 'country', 'category'] as const).map(paper),
      own('also'),
      paper('target'),
      ...(['bornIn', 'licence', 'needs'] as const).map((each) => own(each)),
      paper('notes'),
    ],
    rows: Array.from(
      state.entries.values(),
      ({ number, name, club, country, category, also = [], target, ...more }): Cell[] => {
        const standing = notesOf(state, number).standing;
        return [
          ...[number, name, club, country ?? null, category, also.join('; ')],
          target ? formatTarget(target) : null,
          more.bornIn ?? null,
          more.licence ?? null,
          (more.needs ?? []).map((need) => own(need)).join('; '),
          standing === 'competing' ? null : standing,
        ];
      },
    ),
  };
}

export function startListSheet({ state, words: { own, paper } }: Tabled): Sheet {
  const entries = [...state.entries.values()].toSorted(compareEntries);
  return {
    title: own('startList'),
    columns: [
      ...[paper('target'), own('butt'), own('letter')],
      ...(['name', 'club', 'country', 'category'] as const).map(paper),
      ...[own('categoryName'), own('session')],
    ],
    rows: entries.map(({ target, name, club, country, category }): Cell[] => [
      ...[target ? formatTarget(target) : null, target?.butt ?? null, target?.letter ?? null],
      ...[name, club, country ?? null, category, state.categories.get(category)?.name ?? null],
      sessionsOf(state.sessions, category)
        .map((session) => session.number)
        .join(', '),
    ]),
  };
}

/** Those without a target at the end. */
function compareEntries(a: Entry, b: Entry): number {
  if (a.target && b.target) return compareTargets(a.target, b.target);
  return Number(a.target === undefined) - Number(b.target === undefined) || a.number - b.number;
}
