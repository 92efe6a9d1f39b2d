// What a Tenring is given by whoever starts it: a test may give others.
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';

export interface Surroundings {
  readonly log: Log;
  readonly clock: Clock;
}
