// A tablet's life outside of its components: pairing, connection, sheet, outbox and drafts in one observable view.

import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import { createCommandId } from '../../src/wire/command-id.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import {
  afterMs,
  browserWorld,
  openBrowserStorage,
  openTabChannel,
  socketAddress,
  whenCut,
  whenUsed,
  whenWorthTrying,
} from '../link/browser-world.ts';
import type { DevicePlace, TopicListener } from '../link/link.ts';
import { countUnsent } from '../link/outbox-state.ts';
import type { Kept, Pairing } from '../link/outbox-storage.ts';
import type { TabMessage } from '../link/tabs.ts';
import { type ApiFailure, fetchBootstrap, toFailure } from '../store/api.ts';
import type { CardSide } from '../store/double-scoring.ts';
import { reloadOnce } from '../store/reload.ts';
import { type JoinBy, type JoinKey, joinTarget, readJoinFragment } from './join.ts';
import {
  askBeforeLeaving,
  askToKeepStorage,
  keepPageOffline,
  type OfflineKeeper,
  type OfflinePage,
  whenPageLoaded,
} from './offline-page.ts';
import { openPairedTablet, type PairedTablet, type PairedTabletView, type TabletWorld } from './paired-tablet.ts';
import { takeOtherCard } from './take-card.ts';

export type Phase =
  | { readonly kind: 'opening' }
  | (JoinTry & { readonly kind: 'joining' })
  | (JoinTry & { readonly kind: 'unpaired'; readonly refused: boolean })
  /** A QR code of another target was scanned while scores wait here for the present one. */
  | { readonly kind: 'moving'; readonly to: JoinKey }
  | { readonly kind: 'paired' };

/** How this device last tried to join, and why it did not; while it tries the same again, why it did not before. */
export interface JoinTry {
  readonly tried?: JoinBy;
  readonly failure?: ApiFailure;
}

export interface TabletView extends PairedTabletView {
  readonly phase: Phase;
  readonly pairing: Pairing | undefined;
  /** Typed and not confirmed, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, readonly ArrowSlot[]>;
  /** Where the arrows of a draft struck, of those that were plotted. */
  readonly draftHits: ReadonlyMap<string, readonly Hit[]>;
  /** Something is in this page's memory only. */
  readonly storageFailed: boolean;
  /** Whether a reload works without a network. */
  readonly offlinePage: OfflinePage;
  /** Commands kept for another competition than the present one. */
  readonly keptElsewhere: number;
}

export interface TabletSession {
  readonly view: () => TabletView;
  readonly subscribe: (listener: () => void) => () => void;
  start(): void;
  join(by: JoinBy): void;
  stay(): void;
  leave(): void;
  nudge(): void;
  draft(key: string, slots: readonly ArrowSlot[] | undefined, hits?: readonly Hit[]): void;
  submit(commands: readonly ScoringCommand[]): void;
  settle(commandId: string): void;
  /** Which of two cards this tablet keeps from now on. Rejects with ApiFailure. */
  takeCard(card: CardSide): Promise<void>;
  /** A topic beside the target's own, over reconnects and other targets; returns what stops it. */
  follow(topic: Topic, listener: TopicListener): () => void;
  /** False when not live. */
  send(message: ClientMessage): boolean;
  /** Answers to the question what time it is; returns what stops it. */
  onTime(listener: (message: TimeMessage) => void): () => void;
}

type TimeMessage = Extract<ServerMessage, { kind: 'time' }>;

interface Followed {
  readonly topic: string;
  readonly listener: TopicListener;
  stop: () => void;
}

export function draftKey(competition: string, entry: number, end: number, mode: 'score' | 'correct' | 'check'): string {
  return `${competition}/${entry}/${end}/${mode}`;
}

const nothing = () => undefined;

const freshMs = 10_000;
let asked: { readonly answer: ReturnType<typeof fetchBootstrap>; readonly atMs: number } | undefined;

/** While this device still joins: what the connection needs to know is then here already. */
function askAhead() {
  asked = { answer: fetchBootstrap(), atMs: performance.now() };
  // Whoever needs it hears of it.
  asked.answer.catch(nothing);
}

/** An answer is used once, and soon: after a restart the appliance may listen elsewhere. */
function askBootstrap(): ReturnType<typeof fetchBootstrap> {
  const ahead = asked && performance.now() - asked.atMs < freshMs ? asked.answer : undefined;
  asked = undefined;
  return ahead ?? fetchBootstrap();
}

const browserTabletWorld: TabletWorld = {
  now: () => performance.now(),
  after: afterMs,
  createId: createCommandId,
  bootstrap: askBootstrap,
  linkWorld: (realtimePort) => browserWorld(socketAddress(realtimePort, '/scoring')),
};

const unpairedView: PairedTabletView = {
  link: { kind: 'off' },
  sheet: undefined,
  missing: false,
  outbox: [],
  isLeader: true,
};

export function createTabletSession(): TabletSession {
  let view: TabletView = {
    ...unpairedView,
    phase: { kind: 'opening' },
    pairing: undefined,
    drafts: new Map(),
    draftHits: new Map(),
    storageFailed: false,
    offlinePage: 'notYet',
    keptElsewhere: 0,
  };
  const listeners = new Set<() => void>();
  const timeListeners = new Set<(message: TimeMessage) => void>();
  const storage = openBrowserStorage((isKept) => change({ storageFailed: !isKept }));
  const channel = openTabChannel();
  let tablet: PairedTablet | undefined;
  let reloadWanted = false;
  let keeper: OfflineKeeper | undefined;
  const followed = new Set<Followed>();

  function change(part: Partial<TabletView>) {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
    if (countUnsent(view.outbox) > 0) return;
    keeper?.settled();
    if (reloadWanted) reloadOnce();
  }

  async function open() {
    const hash = window.location.hash;
    if (hash !== '') window.history.replaceState(null, '', window.location.pathname + window.location.search);
    const key = readJoinFragment(hash);
    const kept = await storage.load();
    const { pairing, commands, drafts } = kept;
    change({
      pairing,
      drafts: new Map(drafts.map((each) => [each.key, each.slots])),
      draftHits: new Map(drafts.map((each) => [each.key, each.hits ?? []])),
    });
    const isOther = key && pairing && (pairing.butt !== key.butt || pairing.competition !== key.competition);
    if (isOther && commands.some(({ rejection }) => !rejection)) {
      connect(pairing, kept);
      change({ phase: { kind: 'moving', to: key } });
    } else if (key) {
      await join({ key });
    } else if (pairing) {
      connect(pairing, kept);
      change({ phase: { kind: 'paired' } });
    } else {
      change({ phase: { kind: 'unpaired', refused: false }, keptElsewhere: commands.length });
    }
  }

  async function join(by: JoinBy) {
    const before = view.pairing;
    const again = view.phase.kind === 'unpaired' && view.phase.tried === by ? view.phase.failure : undefined;
    change({ phase: { kind: 'joining', tried: by, ...(again && { failure: again }) } });
    try {
      const pairing = await joinTarget(by, before);
      disconnect();
      change({ ...unpairedView, pairing, phase: { kind: 'paired' } });
      connect(pairing, await storage.load());
      // Only now: the sheet comes while the disk is busy.
      await storage.savePairing(pairing);
      channel.post({ kind: 'paired' });
    } catch (error) {
      const failure = toFailure(error);
      const isSame = before && 'key' in by && by.key.butt === before.butt && by.key.competition === before.competition;
      // Scanned again without a connection: this device belongs here already.
      if (isSame && failure.code === 'network') {
        connect(before, await storage.load());
        change({ phase: { kind: 'paired' } });
      } else {
        change({ phase: { kind: 'unpaired', tried: by, failure, refused: false } });
      }
    }
  }

  function disconnect() {
    tablet?.close();
    tablet = undefined;
    for (const each of followed) each.stop = nothing;
  }

  function connect(pairing: Pairing, { commands, sheet }: Kept) {
    disconnect();
    change({ keptElsewhere: commands.filter(({ competition }) => competition !== pairing.competition).length });
    const opened = openPairedTablet({
      ...{ pairing, storage, commands, sheet, channel, world: browserTabletWorld },
      changed,
      otherVersion() {
        reloadWanted = true;
        change({});
      },
      placed: (place) => void placed(place),
      heard,
      time(message) {
        for (const listener of timeListeners) listener(message);
      },
    });
    tablet = opened;
    for (const each of followed) each.stop = opened.follow(each.topic, each.listener);
  }

  /** The desk has moved this device, or another tab has taken the other card. */
  async function placed({ butt, card }: DevicePlace) {
    const { pairing } = view;
    if (!pairing) return;
    const next = withPlace(pairing, { butt, card });
    if (next === pairing) return;
    change({ pairing: next });
    await storage.savePairing(next);
    if (next.butt === pairing.butt) return;
    disconnect();
    change(unpairedView);
    connect(next, await storage.load());
  }

  async function takeCard(card: CardSide) {
    const { pairing } = view;
    if (!pairing) return;
    await takeOtherCard(pairing, card);
    const next = { ...pairing, card };
    change({ pairing: next });
    await storage.savePairing(next);
  }

  function changed(part: PairedTabletView) {
    change(part);
    if (part.link.kind === 'refused' && view.phase.kind === 'paired') {
      change({ phase: { kind: 'unpaired', refused: true } });
    }
    if (part.link.kind === 'outdated') reloadOnce();
  }

  function heard(message: Extract<TabMessage, { kind: 'draft' | 'paired' }>) {
    if (message.kind === 'paired') window.location.reload();
    else change(withDraft(view, message));
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      askAhead();
      void open();
      askToKeepStorage();
      askBeforeLeaving(() => view.offlinePage !== 'ready' && view.phase.kind === 'paired' && view.link.kind !== 'live');
      keeper = keepPageOffline({
        host: navigator.serviceWorker,
        whenLoaded: whenPageLoaded,
        changed: (offlinePage) => change({ offlinePage }),
        isIdle: () => countUnsent(view.outbox) === 0,
      });
      whenWorthTrying(() => tablet?.nudge());
      whenCut(() => tablet?.distrust());
      whenUsed(() => tablet?.tabs.use());
      window.addEventListener('pagehide', () => tablet?.tabs.away());
      window.addEventListener('hashchange', () => {
        const key = readJoinFragment(window.location.hash);
        if (key) window.location.reload();
      });
    },
    join: (by) => void join(by),
    stay: () => change({ phase: { kind: 'paired' } }),
    leave() {
      disconnect();
      change({
        ...unpairedView,
        pairing: undefined,
        phase: { kind: 'unpaired', refused: false },
      });
      storage.savePairing(undefined).then(() => channel.post({ kind: 'paired' }));
    },
    nudge: () => tablet?.nudge(),
    draft(key, slots, hits = []) {
      tablet?.tabs.use();
      change(withDraft(view, { key, slots, hits }));
      if (slots) storage.saveDraft({ key, slots, hits });
      else storage.removeDraft(key);
      channel.post({ kind: 'draft', key, slots, hits });
    },
    submit(commands) {
      const { pairing } = view;
      if (!pairing || !tablet) return;
      const { competition, butt } = pairing;
      for (const command of commands) tablet.submit(command, { competition, butt });
    },
    settle: (commandId) => tablet?.settle(commandId),
    takeCard,
    send: (message) => tablet?.send(message) ?? false,
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },
    follow(topic, listener) {
      const name = formatTopic(topic);
      const each: Followed = { topic: name, listener, stop: tablet?.follow(name, listener) ?? nothing };
      followed.add(each);
      return () => {
        followed.delete(each);
        each.stop();
      };
    },
  };
}

/** The same object where nothing has changed: a device that keeps the first card may not have been asked yet. */
function withPlace(pairing: Pairing, { butt, card }: DevicePlace): Pairing {
  if (butt === pairing.butt && card === (pairing.card ?? 'first')) return pairing;
  const { card: _, ...rest } = pairing;
  return { ...rest, butt, ...((card === 'second' || pairing.card) && { card }) };
}

interface DraftNow {
  readonly key: string;
  readonly slots: readonly ArrowSlot[] | undefined;
  readonly hits: readonly Hit[];
}

function withDraft({ drafts, draftHits }: TabletView, { key, slots, hits }: DraftNow) {
  const next = { drafts: new Map(drafts), draftHits: new Map(draftHits) };
  if (slots) next.drafts.set(key, slots);
  else next.drafts.delete(key);
  if (slots && hits.some((hit) => hit !== null)) next.draftHits.set(key, hits);
  else next.draftHits.delete(key);
  return next;
}
