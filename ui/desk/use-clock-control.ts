// Sets the clock of a competition: shown here at once, on every other screen when the appliance has it, taken back when it refuses.
import { useCallback, useRef, useState } from 'react';
import type { ShootingClock } from '../../src/domain/clock/shooting-clock.ts';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import type { ClockStore } from '../store/clock-store.ts';
import { actOnClock, type ClockAction } from './clock-actions.ts';

export interface ClockControl {
  readonly failure: ApiFailure | undefined;
  act(action: ClockAction): void;
  set(clock: ShootingClock): void;
}

/** Two presses within this are one, whatever the button has become under the finger: nobody can have shot yet. */
const pressOnceMs = 700;

export function useClockControl(competition: string, store: ClockStore): ClockControl {
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const latest = useRef(0);

  const set = useCallback(
    (clock: ShootingClock) => {
      latest.current += 1;
      const mine = latest.current;
      store.expect(clock);
      callApi(pathOf('competitions', competition, 'clock'), { method: 'PUT', json: clock }).then(
        () => setFailure(undefined),
        (error: unknown) => {
          setFailure(toFailure(error));
          pressedAt.current = Number.NEGATIVE_INFINITY;
          if (mine === latest.current) store.expect(undefined);
        },
      );
    },
    [competition, store],
  );

  const act = useCallback(
    (action: ClockAction) => {
      const [clock, now] = [store.clock(), store.now()];
      if (!clock || now === undefined) return;
      const sinceMs = performance.now() - pressedAt.current;
      pressedAt.current = performance.now();
      if (action !== 'emergency' && sinceMs < pressOnceMs) return;
      set(actOnClock(action, clock, now));
    },
    [set, store],
  );
  return { failure, act, set };
}
