// The one connection of a page that only looks: boards, an athlete's phone, the desk's clock. It is there before the appliance has told
// its port, and whatever is followed is followed over reconnects.
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import { afterMs, browserWorld, socketAddress, whenCut, whenWorthTrying } from '../link/browser-world.ts';
import { createLink, type Link, type TopicListener } from '../link/link.ts';
import type { LinkState } from '../link/link-state.ts';
import { fetchBootstrap } from './api.ts';
import { type ClockStore, type ClockWorld, createClockStore } from './clock-store.ts';
import { reloadOnce } from './reload.ts';

export interface ViewerState {
  readonly link: LinkState;
  /** When the connection was lost; undefined while it is live or was never there. */
  readonly lostAt: number | undefined;
}

export interface ViewerSession {
  readonly state: () => ViewerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns what stops following. */
  follow(topic: Topic, listener: TopicListener): () => void;
  /** All shooting clocks of a competition: one store for the page, and for as long as it. */
  clocks(competition: string): ClockStore;
  nudge(): void;
}

export const browserClock: ClockWorld = {
  localMs: () => performance.now(),
  after: afterMs,
};

interface Followed {
  readonly topic: string;
  readonly listener: TopicListener;
  stop: () => void;
}

const bootstrapRetryMs = 3_000;
const nothing = () => undefined;

export function startViewerSession(): ViewerSession {
  let state: ViewerState = { link: { kind: 'off' }, lostAt: undefined };
  let link: Link | undefined;
  const listeners = new Set<() => void>();
  const followed = new Set<Followed>();
  const clocks = new Map<string, ClockStore>();

  function change(next: ViewerState) {
    state = next;
    for (const listener of listeners) listener();
  }

  function askTime() {
    for (const clock of clocks.values()) clock.ask();
  }

  function follow(topic: Topic, listener: TopicListener) {
    const name = formatTopic(topic);
    const each: Followed = { topic: name, listener, stop: link?.follow(name, listener) ?? nothing };
    followed.add(each);
    return () => {
      followed.delete(each);
      each.stop();
    };
  }

  function createViewerLink(realtimePort: number, version: string): Link {
    return createLink(browserWorld(socketAddress(realtimePort, '/board')), undefined, {
      state(next) {
        change({ link: next, lostAt: next.kind === 'live' ? undefined : (state.lostAt ?? link?.heardAt) });
        if (next.kind === 'live') askTime();
        if (next.kind === 'outdated') reloadOnce();
      },
      welcome(serverVersion) {
        if (serverVersion !== version) reloadOnce();
      },
      answer: nothing,
      time(message) {
        for (const clock of clocks.values()) clock.answer(message);
      },
    });
  }

  async function open() {
    try {
      const { realtimePort, version } = await fetchBootstrap();
      link = createViewerLink(realtimePort, version);
      for (const each of followed) each.stop = link.follow(each.topic, each.listener);
      link.start();
    } catch {
      change({ ...state, link: { kind: 'waiting', attempt: 1, reason: 'lost' } });
      setTimeout(open, bootstrapRetryMs);
    }
  }

  whenWorthTrying(() => {
    link?.nudge();
    // A device that slept has lost its count of time.
    askTime();
  });
  whenCut(() => link?.distrust());
  open();

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
      const send = (message: ClientMessage) => link?.send(message) ?? false;
      const made = createClockStore({ follow, send }, [{ kind: 'clocks', competition }], browserClock);
      clocks.set(competition, made);
      made.ask();
      return made;
    },
    nudge: () => link?.nudge(),
  };
}

let session: ViewerSession | undefined;

/** One for the page, begun when it is first needed. */
export function viewerSession(): ViewerSession {
  session ??= startViewerSession();
  return session;
}
