// For threads that nobody in the venue waits for: the scheduler gives them what the others leave.
import { constants, setPriority } from 'node:os';

/** Of the calling thread only: Linux has priorities per thread. Where that is not allowed, it goes on as it is. */
export function yieldToVenue(): void {
  setPriority(constants.priority.PRIORITY_LOW);
}
