// The connection as a pure state machine: one table of states × events, no socket and no clock, so that every path can be tried.
// The driver (link.ts) carries out the effects and reports what happened as events.
import type { NextStep } from '../../src/wire/codes.ts';

export type LinkState =
  /** Not wanted. */
  | { readonly kind: 'off' }
  /** A socket is being opened; `attempt` counts failures in a row. */
  | { readonly kind: 'opening'; readonly attempt: number }
  /** Open, hello is out, no welcome yet. */
  | { readonly kind: 'greeting'; readonly attempt: number }
  | { readonly kind: 'live' }
  /** No socket; the next attempt comes by itself. */
  | { readonly kind: 'waiting'; readonly attempt: number; readonly reason: string }
  /** No socket; a person must act first (pair again). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** No socket; this page and the appliance do not understand each other: load the page again. */
  | { readonly kind: 'outdated'; readonly reason: string };

export type LinkStateKind = LinkState['kind'];

export type LinkEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'welcomed' }
  /** `isElsewhere`: by another appliance than the one that this page came from. */
  | { readonly kind: 'closed'; readonly name: string; readonly next: NextStep; readonly isElsewhere?: boolean }
  /** No sign of life within the time that one was due. */
  | { readonly kind: 'silent' }
  /** The wait before the next attempt is over. */
  | { readonly kind: 'waited' }
  /** Something makes success likely: the browser is online again, the page is looked at, a person asks. */
  | { readonly kind: 'nudged' };

export type LinkEventKind = LinkEvent['kind'];

/**
 * What the driver has to do, in this order. `drop` forgets the socket: whatever it still says is ignored. `turn`: the next attempt is for the
 * next appliance, where there are several.
 */
export type LinkEffect = 'open' | 'hello' | 'resume' | 'drop' | 'turn' | 'wait' | 'waitLonger';

export interface LinkStep {
  readonly state: LinkState;
  readonly effects: readonly LinkEffect[];
}

export const firstLinkState: LinkState = { kind: 'off' };

type Handler<S extends LinkState, E extends LinkEvent> = (state: S, event: E) => LinkStep;
type Row<S extends LinkState> = {
  readonly [K in LinkEventKind]: Handler<S, Extract<LinkEvent, { kind: K }>> | undefined;
};
type Table = { readonly [K in LinkStateKind]: Row<Extract<LinkState, { kind: K }>> };

const attemptOf = (state: LinkState): number => ('attempt' in state ? state.attempt : 0);

const open = (state: LinkState): LinkStep => ({
  state: { kind: 'opening', attempt: attemptOf(state) },
  effects: ['open'],
});
const stop = (): LinkStep => ({ state: { kind: 'off' }, effects: ['drop'] });

/** Who was live comes back to where it was; after a failure there the others have their turn. */
function retry(state: LinkState, reason: string, wait: 'wait' | 'waitLonger', isToTurn: boolean): LinkStep {
  return {
    state: { kind: 'waiting', attempt: attemptOf(state) + 1, reason },
    effects: isToTurn ? ['drop', 'turn', wait] : ['drop', wait],
  };
}

function afterClose(state: LinkState, { name, next, isElsewhere }: Extract<LinkEvent, { kind: 'closed' }>): LinkStep {
  const isFinal = next === 'askPerson' || next === 'reload';
  // An address may be somebody else's by now: what is said there sends a page on, and never away.
  if (isFinal && isElsewhere) return retry(state, name, 'wait', true);
  if (next === 'askPerson') return { state: { kind: 'refused', reason: name }, effects: ['drop'] };
  if (next === 'reload') return { state: { kind: 'outdated', reason: name }, effects: ['drop'] };
  return retry(state, name, next === 'reconnectLater' ? 'waitLonger' : 'wait', state.kind !== 'live');
}

function afterSilence(state: LinkState): LinkStep {
  return retry(state, 'silent', 'wait', state.kind !== 'live');
}

/** An empty cell: the event says nothing new in this state. */
const table: Table = {
  off: {
    start: open,
    stop: undefined,
    opened: undefined,
    welcomed: undefined,
    closed: undefined,
    silent: undefined,
    waited: undefined,
    nudged: undefined,
  },
  opening: {
    start: undefined,
    stop,
    opened: ({ attempt }) => ({ state: { kind: 'greeting', attempt }, effects: ['hello'] }),
    welcomed: undefined,
    closed: afterClose,
    silent: afterSilence,
    waited: undefined,
    nudged: undefined,
  },
  greeting: {
    start: undefined,
    stop,
    opened: undefined,
    welcomed: () => ({ state: { kind: 'live' }, effects: ['resume'] }),
    closed: afterClose,
    silent: afterSilence,
    waited: undefined,
    nudged: undefined,
  },
  live: {
    start: undefined,
    stop,
    opened: undefined,
    welcomed: undefined,
    closed: afterClose,
    silent: afterSilence,
    waited: undefined,
    nudged: undefined,
  },
  waiting: {
    start: undefined,
    stop,
    opened: undefined,
    welcomed: undefined,
    closed: undefined,
    silent: undefined,
    waited: open,
    nudged: open,
  },
  refused: {
    start: open,
    stop,
    opened: undefined,
    welcomed: undefined,
    closed: undefined,
    silent: undefined,
    waited: undefined,
    nudged: undefined,
  },
  outdated: {
    start: open,
    stop,
    opened: undefined,
    welcomed: undefined,
    closed: undefined,
    silent: undefined,
    waited: undefined,
    nudged: undefined,
  },
};

/** The same state object comes back where nothing changes. */
export function nextLinkStep(state: LinkState, event: LinkEvent): LinkStep {
  const row: { readonly [K in LinkEventKind]: unknown } = table[state.kind];
  const handler = row[event.kind] as ((state: LinkState, event: LinkEvent) => LinkStep) | undefined;
  return handler ? handler(state, event) : { state, effects: [] };
}
