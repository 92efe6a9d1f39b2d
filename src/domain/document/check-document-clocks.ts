// An interchange file's shooting clocks: each may be set, none twice, of sessions and matches that the file has.
import { findClockProblem } from '../clock/clock-check.ts';
import { findMatchClockProblem } from '../clock/match-clock-check.ts';
import type { CompetitionDocument, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';

/** Of lines: they are a matter of the set-up. */
export function findClockFlaw({ clock, sessionClocks = [], sessions }: CompetitionDocument): DocumentFlaw | undefined {
  const whyOwn = clock && findClockProblem(clock);
  if (whyOwn) return flawAt(['clock'], 'impossible', clock, whyOwn);
  const flaw = firstFlaw(sessionClocks, (each, index) => {
    const path = ['sessionClocks', index] as const;
    if (!sessions.some(({ number }) => number === each.session))
      return flawAt([...path, 'session'], 'unknown', each.session);
    const why = findClockProblem(each.clock);
    return why && flawAt([...path, 'clock'], 'impossible', each.clock, why);
  });
  return (
    flaw ??
    findTwice(
      sessionClocks,
      ({ session }) => String(session),
      (index) => ['sessionClocks', index, 'session'],
    )
  );
}

/** Of matches: after the draws, which are right by then. */
export function findMatchClockFlaw({ matchClocks = [], events }: CompetitionDocument): DocumentFlaw | undefined {
  const flaw = firstFlaw(matchClocks, ({ event, match, clock }, index) => {
    const path = ['matchClocks', index] as const;
    const found = events.find(({ setup }) => setup.id === event);
    if (!found) return flawAt([...path, 'event'], 'unknown', event);
    if (!found.draw?.matches.some(({ id }) => id === match)) return flawAt([...path, 'match'], 'unknown', match);
    const why = findMatchClockProblem(clock);
    return why && flawAt([...path, 'clock'], 'impossible', clock, why);
  });
  return (
    flaw ??
    findTwice(
      matchClocks,
      ({ event, match }) => `${event}/${match}`,
      (index) => ['matchClocks', index, 'match'],
    )
  );
}
