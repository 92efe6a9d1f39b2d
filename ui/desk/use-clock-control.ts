// Sets one clock of a competition: shown here at once, on every other screen when the appliance has it, taken back when it refuses.
import { useCallback, useRef, useState } from 'react';
import { clockKey, type KeptClock } from '../../src/domain/clock/kept-clock.ts';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import type { ClockStore } from '../store/clock-store.ts';

export interface ClockControl {
  readonly failure: ApiFailure | undefined;
  /** What a button or a key makes of the clock at this moment. `always`: also right after another press. */
  press(make: (now: number) => KeptClock | undefined, always?: boolean): void;
  set(clock: KeptClock): void;
}

/** Two presses within this are one, whatever the button has become under the finger: nobody can have shot yet. */
const pressOnceMs = 700;

function addressOf(competition: string, kept: KeptClock): string {
  if (kept.of === 'match')
    return pathOf('competitions', competition, 'events', kept.event, 'matches', kept.match.replace('/', '-'), 'clock');
  if (kept.session === 0) return pathOf('competitions', competition, 'clock');
  return pathOf('competitions', competition, 'sessions', String(kept.session), 'clock');
}

export function useClockControl(competition: string, store: ClockStore): ClockControl {
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const latest = useRef(0);

  const set = useCallback(
    (kept: KeptClock) => {
      latest.current += 1;
      const mine = latest.current;
      const key = clockKey(kept);
      store.expect(key, kept);
      callApi(addressOf(competition, kept), { method: 'PUT', json: kept.clock }).then(
        () => setFailure(undefined),
        (error: unknown) => {
          setFailure(toFailure(error));
          pressedAt.current = Number.NEGATIVE_INFINITY;
          if (mine === latest.current) store.expect(key, undefined);
        },
      );
    },
    [competition, store],
  );

  const press = useCallback(
    (make: (now: number) => KeptClock | undefined, always = false) => {
      const now = store.now();
      const sinceMs = performance.now() - pressedAt.current;
      const next = now === undefined ? undefined : make(now);
      if (!next) return;
      pressedAt.current = performance.now();
      if (always || sinceMs >= pressOnceMs) set(next);
    },
    [set, store],
  );
  return { failure, press, set };
}
