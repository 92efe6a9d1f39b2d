// A tablet's life outside of its components: joining a target, being moved, the connection and the drafts, in one observable view.
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { ClientMessage } from '../../src/wire/client-to-server.ts';
import type { ServerMessage } from '../../src/wire/server-to-client.ts';
import type { Topic } from '../../src/wire/topics.ts';
import { isAcked } from '../link/acked-commands.ts';
import { openBrowserStorage, openTabChannel, whenCut, whenUsed, whenWorthTrying } from '../link/browser-world.ts';
import type { DevicePlace, TopicListener } from '../link/link.ts';
import { countUnsent, type KeptCommand } from '../link/outbox-state.ts';
import type { Kept, Pairing, Ways } from '../link/outbox-storage.ts';
import type { TabMessage } from '../link/tabs.ts';
import { toFailure } from '../store/api.ts';
import type { CardSide } from '../store/double-scoring.ts';
import { reloadOnce } from '../store/reload.ts';
import { createFollowedTopics } from './followed-topics.ts';
import { readHandOver, takeHandOver } from './hand-over.ts';
import { type JoinBy, joinTarget, readJoinFragment } from './join.ts';
import {
  askBeforeLeaving,
  askToKeepStorage,
  keepPageOffline,
  type OfflineKeeper,
  whenPageLoaded,
} from './offline-page.ts';
import { openPairedTablet, type PairedTablet, type PairedTabletView } from './paired-tablet.ts';
import { firstView, type TabletView, unpairedView, withDraft, withPlace } from './tablet-view.ts';
import { askAhead, browserTabletWorld } from './tablet-world.ts';
import { takeOtherCard } from './take-card.ts';

export interface TabletSession {
  readonly view: () => TabletView;
  readonly subscribe: (listener: () => void) => () => void;
  start(): void;
  join(by: JoinBy): void;
  stay(): void;
  /** To the target that it belonged to, after the appliance has refused this device. */
  comeBack(): void;
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

export function createTabletSession(): TabletSession {
  let view = firstView;
  const listeners = new Set<() => void>();
  const timeListeners = new Set<(message: TimeMessage) => void>();
  const storage = openBrowserStorage((isKept) => change({ storageFailed: !isKept }));
  const channel = openTabChannel();
  let tablet: PairedTablet | undefined;
  let reloadWanted = false;
  let keeper: OfflineKeeper | undefined;
  const followed = createFollowedTopics();

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
    const found = await storage.load();
    const kept = takeHandOver(found, readHandOver(hash));
    const { pairing, commands, drafts } = kept;
    if (kept !== found) await storage.savePairing(pairing);
    change({
      pairing,
      drafts: new Map(drafts.map((each) => [each.key, each.slots])),
      draftHits: new Map(drafts.map((each) => [each.key, each.hits ?? []])),
    });
    const isOther = key && pairing && (pairing.butt !== key.butt || pairing.competition !== key.competition);
    if (isOther && commands.some((each) => !isAcked(each) && !each.rejection)) {
      connect(pairing, kept);
      change({ phase: { kind: 'moving', to: key } });
    } else if (key) {
      // Of a device that belongs to a target already another tab may write meanwhile.
      await join({ key }, pairing ? undefined : kept);
    } else if (pairing) {
      connect(pairing, kept);
      change({ phase: { kind: 'paired' } });
    } else {
      change({ phase: { kind: 'unpaired' }, keptElsewhere: commands.filter((each) => !isAcked(each)).length });
    }
  }

  /** `found`: what is kept on this device, where nobody can have added to it since it was read. */
  async function join(by: JoinBy, found?: Kept) {
    const before = view.pairing;
    const again = view.phase.kind === 'unpaired' && view.phase.tried === by ? view.phase.failure : undefined;
    change({ phase: { kind: 'joining', tried: by, ...(again && { failure: again }) } });
    try {
      const pairing = await joinTarget(by, before);
      disconnect();
      const kept = found ?? (await storage.load());
      change({ ...unpairedView, pairing, phase: { kind: 'paired' } });
      connect(pairing, kept);
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
        change({ phase: { kind: 'unpaired', tried: by, failure } });
      }
    }
  }

  function disconnect() {
    tablet?.close();
    tablet = undefined;
    followed.through(undefined);
  }

  function connect(pairing: Pairing, { commands, sheet }: Kept) {
    disconnect();
    const isElsewhere = (each: KeptCommand) => !isAcked(each) && each.competition !== pairing.competition;
    change({ keptElsewhere: commands.filter(isElsewhere).length });
    const opened = openPairedTablet({
      ...{ pairing, storage, commands, sheet, channel, world: browserTabletWorld },
      changed,
      otherVersion() {
        reloadWanted = true;
        change({});
      },
      placed: (place) => void placed(place),
      ways: (ways) => void keepWays(ways),
      heard,
      time(message) {
        for (const listener of timeListeners) listener(message);
      },
    });
    tablet = opened;
    followed.through(opened);
  }

  async function comeBack() {
    const { pairing } = view;
    if (!pairing) return;
    change({ phase: { kind: 'paired' } });
    connect(pairing, await storage.load());
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

  async function keepWays(ways: Ways) {
    if (!view.pairing) return;
    const pairing = { ...view.pairing, ways };
    change({ pairing });
    await storage.savePairing(pairing);
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
      change({ phase: { kind: 'unpaired', refused: part.link.reason } });
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
        const { hash } = window.location;
        if (readJoinFragment(hash) || readHandOver(hash)) window.location.reload();
      });
    },
    join: (by) => void join(by),
    stay: () => change({ phase: { kind: 'paired' } }),
    comeBack: () => void comeBack(),
    leave() {
      disconnect();
      change({ ...unpairedView, pairing: undefined, phase: { kind: 'unpaired' } });
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
    follow: followed.follow,
  };
}
