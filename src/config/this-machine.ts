// The machine as this process is allowed to see it.
import { availableParallelism, totalmem } from 'node:os';
import type { Machine } from './sizes.ts';

export function thisMachine(): Machine {
  // Without a limit it is 0, or a number beyond any machine.
  const allowed = process.constrainedMemory();
  return {
    memoryBytes: allowed > 0 ? Math.min(allowed, totalmem()) : totalmem(),
    cores: availableParallelism(),
  };
}
