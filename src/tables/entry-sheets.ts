// Who is entered. The first sheet is what importing reads: every field has a column of its own, and empty ones mean nothing.
import { notesOf, withdrawnInOrder } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import { arrivalOf } from '../domain/setup/arrivals.ts';
import { sessionsOf } from '../domain/setup/sessions.ts';
import { compareTargets, formatTarget } from '../domain/target.ts';
import type { Tabled } from './asked.ts';
import { timeCell } from './cells.ts';
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
      ...(['hereSince', 'inspection', 'inspectedBy', 'remark'] as const).map((each) => own(each)),
    ],
    rows: Array.from(
      state.entries.values(),
      ({ number, name, club, country, category, also = [], target, ...more }): Cell[] => {
        const standing = notesOf(state, number).standing;
        const { checkedIn, inspection } = arrivalOf(state.arrivals, number);
        return [
          ...[number, name, club, country ?? null, category, also.join('; ')],
          target ? formatTarget(target) : null,
          more.bornIn ?? null,
          more.licence ?? null,
          (more.needs ?? []).map((need) => own(need)).join('; '),
          standing === 'competing' ? null : standing,
          checkedIn ? timeCell(checkedIn.at) : null,
          inspection ? own(`inspection_${inspection.result}`) : null,
          ...[inspection?.by ?? null, inspection?.remark ?? null],
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

/** Apart, so that importing the list of entries does not bring them back. */
export function withdrawnSheet({ state, words: { own, paper } }: Tabled): Sheet {
  return {
    title: own('withdrawn'),
    columns: [
      own('entryNumber'),
      ...(['name', 'club', 'country', 'category'] as const).map(paper),
      ...[own('licence'), own('reason'), own('when')],
    ],
    rows: withdrawnInOrder(state).map(({ entry, reason, at }): Cell[] => {
      const { number, name, club, country, category, licence } = entry;
      return [number, name, club, country ?? null, category, licence ?? null, reason, timeCell(at)];
    }),
  };
}

/** Those without a target at the end. */
function compareEntries(a: Entry, b: Entry): number {
  if (a.target && b.target) return compareTargets(a.target, b.target);
  return Number(a.target === undefined) - Number(b.target === undefined) || a.number - b.number;
}
