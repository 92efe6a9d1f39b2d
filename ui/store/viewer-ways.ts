// Which of two ways a page listens to, and what of a frame by either is shown. Pure: switching shows nothing twice and loses nothing, because
// positions {epoch, seq} say which is newer.
import type { Position } from '../../src/domain/facts.ts';

export type Way = 'lan' | 'relay';

export interface Ways {
  readonly way: Way;
  /** Since when the appliance cannot be reached; undefined while it can. */
  readonly lanLostAtMs: number | undefined;
  /** The appliance has said where it sends to. */
  readonly hasRelay: boolean;
}

export type WayEvent =
  | { readonly kind: 'relayKnown' }
  | { readonly kind: 'lanLive' }
  | { readonly kind: 'lanLost' }
  /** Time has passed. */
  | { readonly kind: 'looked' };

/** Longer than an appliance takes to start again after a crash: the other way costs messages of the club's. */
export const patienceMs = 8_000;

export const firstWays: Ways = { way: 'lan', lanLostAtMs: undefined, hasRelay: false };

/** The same object where nothing changes. */
export function nextWays(ways: Ways, event: WayEvent, nowMs: number): Ways {
  switch (event.kind) {
    case 'relayKnown':
      return ways.hasRelay ? ways : { ...ways, hasRelay: true };
    case 'lanLive':
      return ways.way === 'lan' && ways.lanLostAtMs === undefined
        ? ways
        : { ...ways, way: 'lan', lanLostAtMs: undefined };
    case 'lanLost':
      return ways.lanLostAtMs === undefined ? { ...ways, lanLostAtMs: nowMs } : ways;
    case 'looked': {
      const isOver = ways.lanLostAtMs !== undefined && Math.abs(nowMs - ways.lanLostAtMs) >= patienceMs;
      return isOver && ways.hasRelay && ways.way === 'lan' ? { ...ways, way: 'relay' } : ways;
    }
  }
}

export interface Frame {
  readonly way: Way;
  readonly kind: 'snapshot' | 'delta';
  /** Where it brings a page to. */
  readonly at: Position;
  /** Of the relay: when it was sent. */
  readonly sentAtMs?: number | undefined;
}

export interface ShownAt {
  readonly at: Position;
  /** When the appliance itself was heard last, by this device. */
  readonly lanHeardAtMs: number | undefined;
}

/**
 * Whether a frame is newer than what is shown. Rows of a delta are whole, so that one of the appliance's may be laid over what the relay has
 * brought, also where it begins before that. Of another epoch the appliance is always right; the relay, if it sent it after the appliance was heard.
 */
export function isToShow(shown: ShownAt | undefined, { way, kind, at, sentAtMs = 0 }: Frame): boolean {
  if (!shown) return kind === 'snapshot';
  if (shown.at.epoch !== at.epoch)
    return kind === 'snapshot' && (way === 'lan' || shown.lanHeardAtMs === undefined || sentAtMs > shown.lanHeardAtMs);
  if (way === 'lan' && kind === 'snapshot') return at.seq >= shown.at.seq;
  return at.seq > shown.at.seq;
}
