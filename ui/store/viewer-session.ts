// How a page that only looks hears of the venue: boards, an athlete's phone, the desk's clock. By the socket on the venue's network; while that
// cannot be reached, over the relay, if there is one. Whatever is followed is followed by both, over reconnects.
import type { Position } from '../../src/domain/facts.ts';
import type { PusherAddress } from '../../src/wire/api-access.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { Topic } from '../../src/wire/topics.ts';
import { afterMs, whenCut, whenWorthTrying } from '../link/browser-world.ts';
import type { TopicListener } from '../link/link.ts';
import type { LinkState } from '../link/link-state.ts';
import { type ClockStore, type ClockWorld, createClockStore } from './clock-store.ts';
import { createLanTransport } from './lan-transport.ts';
import { loadRelay } from './later-parts.ts';
import { awaySite } from './page-origin.ts';
import { setAnswerSource } from './relayed-answers.ts';
import type { OpenRelay, RelayTransport, TransportListener, ViewerTransport } from './viewer-transport.ts';
import { type Frame, firstWays, isToShow, nextWays, patienceMs, type Way, type WayEvent } from './viewer-ways.ts';

export interface ViewerState {
  readonly link: LinkState;
  /** When the connection was lost, or what is shown was true; undefined while it is live or was never there. */
  readonly lostAt: number | undefined;
  readonly way: Way;
}

export interface ViewerSession {
  readonly state: () => ViewerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns what stops following. */
  follow(topic: Topic, listener: TopicListener): () => void;
  /** All shooting clocks of a competition: one store for the page, and for as long as it. */
  clocks(competition: string): ClockStore;
  nudge(): void;
  /** When what came last was true at the venue, by this device's clock. */
  trueAt(): number | undefined;
}

export const browserClock: ClockWorld = {
  localMs: () => performance.now(),
  after: afterMs,
};

interface Followed {
  readonly topic: Topic;
  readonly listener: TopicListener;
  readonly stops: Map<Way, () => void>;
  shown: Position | undefined;
}

/** The code has to be here before the appliance, from which it comes, is lost; what the page shows first comes before it. */
const loadRelayAfterMs = 4_000;

export interface ViewerOptions {
  /** Undefined: a page elsewhere, which has no appliance to ask. */
  readonly lan: typeof createLanTransport | undefined;
  /** The relay's code, and pusher-js with it: a file of its own. */
  readonly loadRelay: () => Promise<OpenRelay>;
  /** Known from the start elsewhere, else from the appliance. */
  readonly address: PusherAddress | undefined;
}

export function startViewerSession({ lan: openLan, loadRelay, ...options }: ViewerOptions): ViewerSession {
  let { address } = options;
  let ways = { ...firstWays, way: openLan ? firstWays.way : ('relay' as const), hasRelay: address !== undefined };
  let relay: RelayTransport | 'coming' | undefined;
  let state: ViewerState = { link: { kind: 'off' }, lostAt: undefined, way: ways.way };
  const listeners = new Set<() => void>();
  const followed = new Set<Followed>();
  const clocks = new Map<string, ClockStore>();

  const lan = openLan?.({
    changed: onLanChanged,
    time(message) {
      for (const clock of clocks.values()) clock.answer(message);
    },
    bootstrap({ pusher }) {
      if (!pusher) return;
      address = pusher;
      happen({ kind: 'relayKnown' });
      // A failure is found out again, and met, when the relay is needed.
      afterMs(loadRelayAfterMs, () => void loadRelay().catch(() => undefined));
    },
  });

  function current(): ViewerTransport | undefined {
    if (ways.way === 'lan') return lan;
    return relay === 'coming' ? undefined : relay;
  }

  function refresh() {
    const transport = current();
    const link = transport?.state ?? { kind: 'opening', attempt: 0 };
    const heardAt = transport?.heardAt;
    // The relay goes on saying how old its latest is; the appliance was heard last when it was lost.
    const since = ways.way === 'relay' ? (heardAt ?? state.lostAt) : (state.lostAt ?? heardAt);
    const next: ViewerState = { link, lostAt: link.kind === 'live' ? undefined : since, way: ways.way };
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function happen(event: WayEvent) {
    const before = ways;
    ways = nextWays(ways, event, Date.now());
    if (ways.way !== before.way) takeWay();
    refresh();
  }

  function onLanChanged() {
    const kind = lan?.state.kind;
    if (kind === 'live') {
      askTime();
      happen({ kind: 'lanLive' });
    } else if (kind === 'waiting' && ways.lanLostAtMs === undefined) {
      happen({ kind: 'lanLost' });
      afterMs(patienceMs + 50, () => happen({ kind: 'looked' }));
    } else refresh();
  }

  function takeWay() {
    if (ways.way === 'relay') void startRelay();
    else if (relay && relay !== 'coming') {
      for (const each of followed) stopWay(each, 'relay');
      setAnswerSource(undefined);
      relay.stop();
    }
  }

  async function startRelay() {
    if (relay === 'coming' || !address) return;
    if (!relay) {
      relay = 'coming';
      try {
        relay = (await loadRelay())(address, refresh);
      } catch {
        // Its code did not come: there is no network at all.
        relay = undefined;
        afterMs(patienceMs, () => void (ways.way === 'relay' && startRelay()));
        return;
      }
    }
    if (ways.way !== 'relay') return;
    for (const each of followed) followBy(each, 'relay', relay);
    setAnswerSource(relay);
    relay.start();
  }

  function askTime() {
    for (const clock of clocks.values()) clock.ask();
  }

  function followBy(each: Followed, way: Way, transport: ViewerTransport) {
    if (each.stops.has(way)) return;
    const isNews = (frame: Omit<Frame, 'way'>) => {
      const shown = each.shown && { at: each.shown, lanHeardAtMs: lan?.heardAt };
      if (!isToShow(shown, { way, ...frame })) return false;
      each.shown = frame.at;
      return true;
    };
    const listener: TransportListener = {
      snapshot(body, at, sentAtMs) {
        if (isNews({ kind: 'snapshot', at, sentAtMs })) each.listener.snapshot(body, at);
      },
      delta(body, at) {
        if (isNews({ kind: 'delta', at })) each.listener.delta(body, at);
      },
      missing() {
        // The relay forgets after a while; the appliance knows.
        if (way === 'relay' && each.shown) return;
        each.shown = undefined;
        each.listener.missing();
      },
    };
    each.stops.set(way, transport.follow(each.topic, listener));
  }

  function stopWay(each: Followed, way: Way) {
    each.stops.get(way)?.();
    each.stops.delete(way);
  }

  function follow(topic: Topic, listener: TopicListener) {
    const each: Followed = { topic, listener, stops: new Map(), shown: undefined };
    followed.add(each);
    if (lan) followBy(each, 'lan', lan);
    if (ways.way === 'relay' && relay && relay !== 'coming') followBy(each, 'relay', relay);
    return () => {
      followed.delete(each);
      for (const way of [...each.stops.keys()]) stopWay(each, way);
    };
  }

  whenWorthTrying(() => {
    lan?.nudge();
    if (relay !== 'coming') relay?.nudge();
    // A device that slept has lost its count of time.
    askTime();
    refresh();
  });
  whenCut(() => lan?.distrust());
  lan?.start();
  if (ways.way === 'relay') void startRelay();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
    clocks(competition) {
      const known = clocks.get(competition);
      if (known) return known;
      const send = (message: ClientMessage) => lan?.send(message) ?? false;
      const made = createClockStore({ follow, send }, [{ kind: 'clocks', competition }], browserClock);
      clocks.set(competition, made);
      made.ask();
      return made;
    },
    trueAt: () => current()?.heardAt,
    nudge() {
      lan?.nudge();
      if (relay !== 'coming') relay?.nudge();
    },
  };
}

let session: ViewerSession | undefined;

/** One for the page, begun when it is first needed. */
export function viewerSession(): ViewerSession {
  const site = awaySite();
  session ??= startViewerSession({ lan: site ? undefined : createLanTransport, loadRelay, address: site?.pusher });
  return session;
}
