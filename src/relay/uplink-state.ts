// The way to Pusher as a pure state machine: is it there, and when is it asked again. Nothing else of the appliance hears of its troubles.

/**
 * Why there is no way. `refused`: key, secret or the clock of this machine are wrong, which a person has to mend. `intercepted`: somebody else
 * answers in Pusher's place, as networks do that want a log-in first.
 */
export type DownReason = 'unreachable' | 'silent' | 'failing' | 'refused' | 'intercepted';

export type UplinkState =
  | { readonly kind: 'off' }
  | { readonly kind: 'probing'; readonly attempt: number }
  /** `attempt`: how often in a row it was throttled before; the first event that gets through ends the row. */
  | { readonly kind: 'up'; readonly attempt: number }
  | { readonly kind: 'down'; readonly attempt: number; readonly why: DownReason }
  /** Pusher is there and wants less: too fast, or the day's messages are used up. */
  | { readonly kind: 'throttled'; readonly attempt: number };

export type UplinkEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  /** A question was answered, which costs no message. */
  | { readonly kind: 'answered' }
  /** Events were taken. */
  | { readonly kind: 'published' }
  | { readonly kind: 'failed'; readonly why: DownReason }
  | { readonly kind: 'limited' }
  /** The wait of `down` or `throttled` is over. */
  | { readonly kind: 'waited' };

export const uplinkOff: UplinkState = { kind: 'off' };

/** The same object where the event changes nothing. */
export function nextUplink(state: UplinkState, event: UplinkEvent): UplinkState {
  if (event.kind === 'stop') return state.kind === 'off' ? state : uplinkOff;
  if (state.kind === 'off') return event.kind === 'start' ? { kind: 'probing', attempt: 0 } : state;
  const { attempt } = state;
  switch (event.kind) {
    case 'start':
      return state;
    case 'answered':
      return state.kind === 'probing' ? { kind: 'up', attempt } : state;
    case 'published':
      return state.kind === 'up' && attempt === 0 ? state : { kind: 'up', attempt: 0 };
    case 'failed':
      return { kind: 'down', attempt: attempt + 1, why: event.why };
    case 'limited':
      return { kind: 'throttled', attempt: attempt + 1 };
    case 'waited':
      return state.kind === 'down' || state.kind === 'throttled' ? { kind: 'probing', attempt } : state;
  }
}

export interface Wait {
  readonly firstMs: number;
  readonly limitMs: number;
}

const soon: Wait = { firstMs: 1_000, limitMs: 60_000 };
/** Waits for a person, or for a clock that is set right. */
const late: Wait = { firstMs: 30_000, limitMs: 300_000 };
const polite: Wait = { firstMs: 10_000, limitMs: 300_000 };

/** How long to wait; undefined where something is to be done. */
export function waitOf(state: UplinkState): Wait | undefined {
  if (state.kind === 'throttled') return polite;
  if (state.kind !== 'down') return undefined;
  return state.why === 'refused' ? late : soon;
}
