// Which buttons the clock of an alternating match has at a moment, and what each makes of it. Keys as for a line's clock: the large button
// is space.
import type { MatchClock, MatchClockFace } from '../../src/domain/clock/match-clock.ts';
import {
  callSides,
  endTurn,
  pauseMatch,
  resumeMatch,
  stopMatchForEmergency,
  switchSides,
  takeBackSides,
  takeBackTurn,
  withOtherBeginning,
} from '../../src/domain/clock/run-match-clock.ts';

/** `next`: the end or shoot-off after this one, which only the match knows. */
export type MatchClockAction =
  | 'call'
  | 'otherBegins'
  | 'switch'
  | 'hold'
  | 'goOn'
  | 'pause'
  | 'turnBack'
  | 'back'
  | 'next'
  | 'emergency';

const makers: Readonly<Record<Exclude<MatchClockAction, 'next'>, (clock: MatchClock, now: number) => MatchClock>> = {
  call: callSides,
  otherBegins: withOtherBeginning,
  switch: switchSides,
  hold: endTurn,
  goOn: resumeMatch,
  pause: pauseMatch,
  turnBack: takeBackTurn,
  back: takeBackSides,
  emergency: stopMatchForEmergency,
};

export function actOnMatchClock(action: Exclude<MatchClockAction, 'next'>, clock: MatchClock, now: number): MatchClock {
  return makers[action](clock, now);
}

/** The large button, then the others; an emergency stop is always there and not listed. */
export function matchActionsOf({ phase, turn }: MatchClockFace): readonly [MatchClockAction, ...MatchClockAction[]] {
  switch (phase) {
    case 'idle':
      return ['call', 'otherBegins'];
    case 'toTheLine':
      return ['pause', 'back'];
    case 'shooting':
      return turn > 0 ? ['switch', 'hold', 'pause', 'turnBack'] : ['switch', 'hold', 'pause'];
    case 'waiting':
      return turn > 0 ? ['goOn', 'turnBack', 'back'] : ['goOn', 'back'];
    case 'over':
      return ['next', 'turnBack'];
    case 'paused':
    case 'emergency':
      return ['goOn', 'back'];
  }
}

/** Undefined for a key that does nothing now. */
export function matchActionOfKey(key: string, face: MatchClockFace): MatchClockAction | undefined {
  const [main, ...others] = matchActionsOf(face);
  const all = [main, ...others];
  switch (key.toLowerCase()) {
    case ' ':
      return main;
    case 'e':
      return 'emergency';
    case 'p':
      return all.find((action) => action === 'pause' || action === 'goOn');
    case 'h':
      return all.find((action) => action === 'hold');
    case 'b':
      return all.find((action) => action === 'turnBack');
    case 'n':
      return all.find((action) => action === 'next');
    default:
      return undefined;
  }
}
