// What the appliance has acknowledged, kept a while all the same: an appliance that took over, or was restored from an older backup, may
// not have it. It says where it is when it greets a device, and gets again what it cannot have, under the same ids: what it has after all
// takes effect no second time.
import type { Position } from '../../src/domain/facts.ts';
import type { KeptCommand } from './outbox-state.ts';

export type AckedCommand = KeptCommand & { readonly saved: Position };

/** In the order of typing. */
export type AckedCommands = readonly AckedCommand[];

/** More than a whole day at a target with four archers, two cards and all signatures. */
export const ackedLimit = 300;

export function isAcked(kept: KeptCommand): kept is AckedCommand {
  return kept.saved !== undefined;
}

/** Acknowledged in an epoch that is over, or beyond where the present one has come to. */
export function isBeyond({ saved }: AckedCommand, appliance: Position): boolean {
  return saved.epoch !== appliance.epoch || saved.seq > appliance.seq;
}

export interface AckedStep {
  readonly acked: AckedCommands;
  /** Ids of the oldest ones, for which there is no more room. */
  readonly dropped: readonly string[];
}

export function withAcked(acked: AckedCommands, fresh: AckedCommand): AckedStep {
  const others = acked.filter(({ commandId }) => commandId !== fresh.commandId);
  const later = others.findIndex(({ order }) => order > fresh.order);
  const all = later < 0 ? [...others, fresh] : [...others.slice(0, later), fresh, ...others.slice(later)];
  const tooMany = Math.max(0, all.length - ackedLimit);
  return { acked: all.slice(tooMany), dropped: all.slice(0, tooMany).map(({ commandId }) => commandId) };
}
