// The socket on the venue's network as a way to hear of boards. It is there before the appliance has told its port.
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import { formatTopic } from '../../src/wire/topics.ts';
import { browserWorld, socketAddress } from '../link/browser-world.ts';
import { createLink, type Link } from '../link/link.ts';
import type { LinkState } from '../link/link-state.ts';
import { fetchBootstrap } from './api.ts';
import { reloadOnce } from './reload.ts';
import type { TransportListener, ViewerTransport } from './viewer-transport.ts';

export interface LanListeners {
  changed(): void;
  time(message: Extract<ServerMessage, { kind: 'time' }>): void;
  bootstrap(bootstrap: Bootstrap): void;
}

interface Followed {
  readonly topic: string;
  readonly listener: TransportListener;
  stop: () => void;
}

const bootstrapRetryMs = 3_000;
const nothing = () => undefined;

export function createLanTransport(listeners: LanListeners): ViewerTransport {
  let link: Link | undefined;
  let early: LinkState = { kind: 'off' };
  const followed = new Set<Followed>();

  function createViewerLink({ realtimePort, version }: Bootstrap): Link {
    return createLink(browserWorld(socketAddress(realtimePort, '/board')), undefined, {
      state(next) {
        listeners.changed();
        if (next.kind === 'outdated') reloadOnce();
      },
      welcome(serverVersion) {
        if (serverVersion !== version) reloadOnce();
      },
      answer: nothing,
      time: listeners.time,
    });
  }

  async function open() {
    try {
      const bootstrap = await fetchBootstrap();
      listeners.bootstrap(bootstrap);
      link = createViewerLink(bootstrap);
      for (const each of followed) each.stop = link.follow(each.topic, each.listener);
      link.start();
    } catch {
      early = { kind: 'waiting', attempt: 1, reason: 'lost' };
      listeners.changed();
      setTimeout(open, bootstrapRetryMs);
    }
  }

  return {
    start: () => void open(),
    stop: () => link?.stop(),
    nudge: () => link?.nudge(),
    distrust: () => link?.distrust(),
    follow(topic, listener) {
      const name = formatTopic(topic);
      const each: Followed = { topic: name, listener, stop: link?.follow(name, listener) ?? nothing };
      followed.add(each);
      return () => {
        followed.delete(each);
        each.stop();
      };
    },
    send: (message) => link?.send(message) ?? false,
    get state() {
      return link?.state ?? early;
    },
    get heardAt() {
      return link?.heardAt;
    },
  };
}
