// What a tablet has while it belongs to a target: the connection, the sheet, and the outbox that all its tabs share.

import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import { formatTopic, parseTopic } from '../../src/wire/topics.ts';
import {
  createLink,
  type DevicePlace,
  type Greeting,
  type Link,
  type LinkWorld,
  type TopicListener,
} from '../link/link.ts';
import type { LinkState } from '../link/link-state.ts';
import type { KeptCommand, OutboxState } from '../link/outbox-state.ts';
import type { KeptSheet, Pairing, TabletStorage, Ways } from '../link/outbox-storage.ts';
import { createSharedOutbox, type SharedOutbox, type SharedOutboxWorld } from '../link/shared-outbox.ts';
import type { TabChannel } from '../link/tabs.ts';
import { foldSheet, type SheetState } from '../store/sheet-store.ts';

export interface PairedTabletView {
  readonly link: LinkState;
  readonly sheet: SheetState | undefined;
  /** Nobody shoots at this target. */
  readonly missing: boolean;
  readonly outbox: OutboxState;
  /** Whether this tab sends; another one of this browser does otherwise. */
  readonly isLeader: boolean;
}

export interface TabletWorld {
  /** Of a clock that only goes forward. */
  now(): number;
  /** Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  createId(): string;
  /** Throws when the appliance does not answer. */
  bootstrap(): Promise<{ readonly realtimePort: number; readonly version: string }>;
  /** `standbys`: `HOST:PORT` of live connections that may have taken over. */
  linkWorld(realtimePort: number, standbys: () => readonly string[]): LinkWorld;
}

export interface PairedTabletParts {
  readonly world: TabletWorld;
  readonly pairing: Pairing;
  readonly storage: TabletStorage;
  readonly commands: readonly KeptCommand[];
  readonly sheet: KeptSheet | undefined;
  readonly channel: TabChannel;
  changed(view: PairedTabletView): void;
  /** The appliance is of another version than this page. */
  otherVersion(): void;
  /** Where the appliance has this device: another target or card than before when the desk has moved it. */
  placed(place: DevicePlace): void;
  /** How the appliance, or who took over, is reached when this page is loaded again. */
  ways(ways: Ways): void;
  readonly heard: SharedOutboxWorld['heard'];
  time(message: Extract<ServerMessage, { kind: 'time' }>): void;
}

export interface PairedTablet extends Pick<SharedOutbox, 'submit' | 'settle' | 'tabs'> {
  nudge(): void;
  distrust(): void;
  send(message: ClientMessage): boolean;
  /** A topic beside the target's own, over reconnects. Returns what stops it. */
  follow(topic: string, listener: TopicListener): () => void;
  close(): void;
}

interface Followed {
  readonly topic: string;
  readonly listener: TopicListener;
  stop: () => void;
}

const bootstrapRetryMs = 3_000;
/** The kept sheet may be that much behind: the appliance has it all. */
const keepSheetAfterMs = 1_000;
/** A match's page draws its sheet in its own time; until then it needs what was typed over the one before. */
const forgetShownAfterMs = 500;
const nothing = () => undefined;

type Seen = Parameters<SharedOutbox['seen']>[0];

/** What a match's sheet shows is no longer the outbox's to show. */
function withSeen(topic: string, listener: TopicListener, see: (seen: Seen) => void): TopicListener {
  const about = parseTopic(topic);
  if (about?.kind !== 'match') return listener;
  const what = { event: about.event, match: about.match };
  return {
    ...listener,
    snapshot(body, at) {
      listener.snapshot(body, at);
      see({ at, what });
    },
    delta(body, at) {
      listener.delta(body, at);
      see({ at, what });
    },
  };
}

export function openPairedTablet(parts: PairedTabletParts): PairedTablet {
  const { pairing, storage, channel, world } = parts;
  const { competition, butt } = pairing;
  const isHere = parts.sheet?.competition === competition && parts.sheet.butt === butt;
  let link: Link | undefined;
  const followed = new Set<Followed>();
  let standbys = pairing.ways?.standbys ?? [];
  let isClosed = false;
  let cancelKeeping: (() => void) | undefined;
  let view: PairedTabletView = {
    link: { kind: 'off' },
    sheet: isHere ? parts.sheet : undefined,
    missing: false,
    outbox: [],
    isLeader: true,
  };

  function change(part: Partial<PairedTabletView>) {
    view = { ...view, ...part };
    if (!isClosed) parts.changed(view);
  }

  const outbox = createSharedOutbox(storage, parts.commands, {
    ...{ channel, name: world.createId() },
    ...{ now: world.now, after: world.after, createId: world.createId },
    send: (commandId, command) => link?.send({ kind: 'command', commandId, command }) ?? false,
    distrust: () => link?.distrust(),
    changed: (state) => change({ outbox: state }),
    leads: (isLeader) => change({ isLeader }),
    heard: parts.heard,
    // Entry numbers mean somebody else in another competition: those commands stay where they are.
    isOurs: (kept) => kept.competition === competition,
  });

  function answer(message: Parameters<SharedOutbox['answer']>[0]) {
    outbox.answer(message);
    // What the appliance had already is on the sheet, and no news of it will come.
    if (message.kind === 'ack' && view.sheet) outbox.seen({ at: view.sheet.at, what: 'cards' });
  }

  function show(sheet: SheetState) {
    change({ sheet, missing: false });
    outbox.seen({ at: sheet.at, what: 'cards' });
    cancelKeeping ??= world.after(keepSheetAfterMs, () => {
      cancelKeeping = undefined;
      if (view.sheet) storage.saveSheet({ form: 1, competition, butt, ...view.sheet });
    });
  }

  const listener: TopicListener = {
    snapshot(body, at) {
      if (body.kind === 'targetSheet') show({ sheet: body.sheet, at });
    },
    delta(body, at) {
      if (body.kind === 'targetSheet' && view.sheet) show(foldSheet(view.sheet, body, at));
    },
    missing: () => change({ missing: true }),
  };

  function startLink(realtimePort: number, version: string | undefined) {
    const opened = createLink(
      world.linkWorld(realtimePort, () => standbys),
      pairing,
      {
        state(state) {
          change({ link: state });
          outbox.linkChanged(state);
        },
        welcome(serverVersion, place, greeting) {
          if (greeting.at) outbox.greeted(greeting.at);
          learnWays(realtimePort, greeting);
          // A page that is loaded again comes from where this one came from.
          if (version !== undefined && serverVersion !== version && !greeting.isElsewhere) parts.otherVersion();
          parts.placed(place);
        },
        answer,
        time: parts.time,
      },
    );
    link = opened;
    opened.follow(formatTopic({ kind: 'target', competition, butt }), listener);
    for (const each of followed) each.stop = opened.follow(each.topic, each.listener);
    opened.start();
  }

  /** Who took over knows nobody behind itself yet: the way to it stays. */
  function learnWays(realtimePort: number, greeting: Greeting) {
    if (greeting.isElsewhere || greeting.standbys.join() === standbys.join()) return;
    standbys = greeting.standbys;
    parts.ways({ realtimePort, standbys });
  }

  async function openLink() {
    try {
      const { realtimePort, version } = await world.bootstrap();
      if (!isClosed) startLink(realtimePort, version);
    } catch {
      // The appliance does not answer yet; typing goes on meanwhile.
      if (isClosed) return;
      if (pairing.ways && standbys.length > 0) {
        startLink(pairing.ways.realtimePort, undefined);
        return;
      }
      change({ link: { kind: 'waiting', attempt: 1, reason: 'lost' } });
      world.after(bootstrapRetryMs, () => {
        if (!isClosed) openLink();
      });
    }
  }

  change({ outbox: outbox.state });
  outbox.tabs.use();
  openLink();

  return {
    tabs: outbox.tabs,
    submit: outbox.submit,
    settle: outbox.settle,
    nudge: () => link?.nudge(),
    distrust: () => link?.distrust(),
    send: (message) => link?.send(message) ?? false,
    follow(topic, other) {
      const seeing = withSeen(topic, other, (seen) => world.after(forgetShownAfterMs, () => outbox.seen(seen)));
      const each: Followed = { topic, listener: seeing, stop: link?.follow(topic, seeing) ?? nothing };
      followed.add(each);
      return () => {
        followed.delete(each);
        each.stop();
      };
    },
    close() {
      isClosed = true;
      cancelKeeping?.();
      link?.stop();
      outbox.tabs.close();
    },
  };
}
