// Which buttons the desk's clock has at a moment, and what each makes of the clock. Keys: the large button is space.
import {
  callLine,
  endLine,
  nextEndOfClock,
  pauseClock,
  resumeClock,
  stopForEmergency,
  takeBackCall,
} from '../../src/domain/clock/run-clock.ts';
import type { ClockFace, ShootingClock } from '../../src/domain/clock/shooting-clock.ts';

export type ClockAction = 'call' | 'shot' | 'nextEnd' | 'goOn' | 'pause' | 'back' | 'emergency';

const makers: Readonly<Record<ClockAction, (clock: ShootingClock, now: number) => ShootingClock>> = {
  call: callLine,
  shot: endLine,
  nextEnd: nextEndOfClock,
  goOn: resumeClock,
  pause: pauseClock,
  back: takeBackCall,
  emergency: stopForEmergency,
};

export function actOnClock(action: ClockAction, clock: ShootingClock, now: number): ShootingClock {
  return makers[action](clock, now);
}

/** The large button, then the others; an emergency stop is always there and not listed. */
export function actionsOf({ phase }: ClockFace): readonly [ClockAction, ...ClockAction[]] {
  switch (phase) {
    case 'idle':
      return ['call', 'nextEnd'];
    case 'toTheLine':
      return ['shot', 'pause', 'back'];
    case 'shooting':
      return ['shot', 'pause'];
    case 'over':
      return ['nextEnd'];
    case 'paused':
    case 'emergency':
      return ['goOn', 'shot', 'back'];
  }
}

/** Undefined for a key that does nothing now. */
export function actionOfKey(key: string, face: ClockFace): ClockAction | undefined {
  const [main, ...others] = actionsOf(face);
  const all = [main, ...others];
  switch (key.toLowerCase()) {
    case ' ':
      return main;
    case 'e':
      return 'emergency';
    case 'p':
      return all.find((action) => action === 'pause' || action === 'goOn');
    case 'n':
      return all.find((action) => action === 'nextEnd');
    default:
      return undefined;
  }
}
