// How far this page is in one topic, and what a frame of it means: apply, ignore, or ask for everything again.
import type { Position } from '../../src/domain/facts.ts';

export type FrameVerdict = 'apply' | 'ignore' | 'resync';

export interface DeltaSpan {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows in a delta are whole, as they are at `to`: one that begins at or before the page's position brings it to `to`. One that ends
 * there says nothing new; a gap or another epoch means resync.
 */
export function judgeDelta(at: Position | undefined, { epoch, from, to }: DeltaSpan): FrameVerdict {
  // A snapshot is on its way: it will hold what this delta says, or be followed by it again.
  if (!at) return 'ignore';
  if (at.epoch !== epoch) return 'resync';
  if (to <= at.seq) return 'ignore';
  return from <= at.seq ? 'apply' : 'resync';
}
