// What a load test has measured, for judging and for printing.
import type { Latency } from './latencies.ts';
import type { LoadLook } from './open-load.ts';

export interface TriedField {
  readonly tablets: number;
  readonly archersPerTablet: number;
  readonly viewers: number;
  readonly endsPerSecond: number;
  readonly whistles: number;
  readonly seconds: number;
}

/** In cores: 0.5 is half of one. Undefined is what cannot be seen from here. */
export interface ProcessorUse {
  readonly cores: number | undefined;
  readonly appliance: number;
  readonly redis: number | undefined;
  readonly generator: number;
  readonly others: number | undefined;
}

export interface MemoryUse {
  readonly applianceBytes: number;
  readonly redisBytes: number | undefined;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface LoadFigures extends LoadLook {
  readonly field: TriedField;
  /** Generator and appliance share one machine. */
  readonly isShared: boolean;
  /** Writing a record and waiting until the disk has it, meanwhile and beside the appliance; undefined where the disk is another machine's. */
  readonly disk: Latency | undefined;
  /** The appliance's event loop came later than asked: the slowest hundredth, in its worst seconds. */
  readonly loopLagMs: number | undefined;
  readonly processor: ProcessorUse;
  readonly memory: MemoryUse;
  /** As /readyz has them. */
  readonly troubles: readonly string[];
}

/** How much of a typical acknowledgement the disk takes, from 0 to 1. */
export function diskShareOf({ disk, ack }: Pick<LoadFigures, 'disk' | 'ack'>): number | undefined {
  if (!disk || disk.count === 0 || ack.count === 0 || ack.p50 === 0) return undefined;
  return Math.min(1, disk.p50 / ack.p50);
}
