// A tablet's life outside of its components: pairing, connection, sheet, outbox and drafts in one observable view.

import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import { browserWorld, socketAddress, whenCut, whenWorthTrying } from '../link/browser-world.ts';
import { createLink, type Link, type TopicListener } from '../link/link.ts';
import type { LinkState } from '../link/link-state.ts';
import { createOutbox, type Outbox } from '../link/outbox.ts';
import { countUnsent, type KeptCommand, type OutboxState } from '../link/outbox-state.ts';
import { openTabletStorage, type Pairing, type TabletStorage } from '../link/outbox-storage.ts';
import { type ApiFailure, fetchBootstrap, toFailure } from '../store/api.ts';
import { reloadOnce } from '../store/reload.ts';
import { foldSheet, type SheetState } from '../store/sheet-store.ts';
import { type JoinBy, type JoinKey, joinTarget, readJoinFragment } from './join.ts';

export type Phase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'unpaired'; readonly failure: ApiFailure | undefined; readonly refused: boolean }
  /** A QR code of another target was scanned while scores wait here for the present one. */
  | { readonly kind: 'moving'; readonly to: JoinKey }
  | { readonly kind: 'paired' };

export interface TabletView {
  readonly phase: Phase;
  readonly pairing: Pairing | undefined;
  readonly link: LinkState;
  readonly sheet: SheetState | undefined;
  /** Nobody shoots at this target. */
  readonly missing: boolean;
  readonly outbox: OutboxState;
  /** Typed and not confirmed, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, readonly ArrowSlot[]>;
  /** Where the arrows of a draft struck, of those that were plotted. */
  readonly draftHits: ReadonlyMap<string, readonly Hit[]>;
  readonly storageFailed: boolean;
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
  /** A topic beside the target's own, over reconnects and other targets; returns what stops it. */
  follow(topic: Topic, listener: TopicListener): () => void;
}

interface Followed {
  readonly topic: string;
  readonly listener: TopicListener;
  stop: () => void;
}

export function draftKey(competition: string, entry: number, end: number, mode: 'score' | 'correct'): string {
  return `${competition}/${entry}/${end}/${mode}`;
}

const bootstrapRetryMs = 3_000;
const nothing = () => undefined;

export function createTabletSession(): TabletSession {
  let view: TabletView = {
    phase: { kind: 'opening' },
    pairing: undefined,
    link: { kind: 'off' },
    sheet: undefined,
    missing: false,
    outbox: [],
    drafts: new Map(),
    draftHits: new Map(),
    storageFailed: false,
    keptElsewhere: 0,
  };
  const listeners = new Set<() => void>();
  let storage: TabletStorage | undefined;
  let link: Link | undefined;
  let outbox: Outbox | undefined;
  let reloadWanted = false;
  const followed = new Set<Followed>();

  function change(part: Partial<TabletView>) {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
    if (reloadWanted && countUnsent(view.outbox) === 0) reloadOnce();
  }

  const storageFailed = () => change({ storageFailed: true });
  const store = (work: (storage: TabletStorage) => Promise<void>) => {
    if (storage) work(storage).catch(storageFailed);
  };

  async function open() {
    const hash = window.location.hash;
    if (hash !== '') window.history.replaceState(null, '', window.location.pathname + window.location.search);
    const key = readJoinFragment(hash);
    storage = await openTabletStorage();
    const { pairing, commands, drafts } = await storage.load();
    change({
      pairing,
      drafts: new Map(drafts.map((each) => [each.key, each.slots])),
      draftHits: new Map(drafts.map((each) => [each.key, each.hits ?? []])),
    });
    const isOther = key && pairing && (pairing.butt !== key.butt || pairing.competition !== key.competition);
    if (isOther && commands.some(({ rejection }) => !rejection)) {
      connect(pairing, commands);
      change({ phase: { kind: 'moving', to: key } });
    } else if (key) {
      await join({ key });
    } else if (pairing) {
      connect(pairing, commands);
      change({ phase: { kind: 'paired' } });
    } else {
      change({ phase: { kind: 'unpaired', failure: undefined, refused: false }, keptElsewhere: commands.length });
    }
  }

  async function join(by: JoinBy) {
    const before = view.pairing;
    change({ phase: { kind: 'joining' } });
    try {
      const pairing = await joinTarget(by, before);
      disconnect();
      change({ pairing, sheet: undefined, missing: false, phase: { kind: 'paired' } });
      store((each) => each.savePairing(pairing));
      connect(pairing, await keptCommands());
    } catch (error) {
      const failure = toFailure(error);
      const isSame = before && 'key' in by && by.key.butt === before.butt && by.key.competition === before.competition;
      // Scanned again without a connection: this device belongs here already.
      if (isSame && failure.code === 'network') {
        connect(before, await keptCommands());
        change({ phase: { kind: 'paired' } });
      } else {
        change({ phase: { kind: 'unpaired', failure, refused: false } });
      }
    }
  }

  async function keptCommands(): Promise<readonly KeptCommand[]> {
    const kept = await storage?.load();
    return kept?.commands ?? [];
  }

  function disconnect() {
    link?.stop();
    link = undefined;
    for (const each of followed) each.stop = nothing;
    outbox?.disconnected();
    outbox = undefined;
  }

  function connect(pairing: Pairing, kept: readonly KeptCommand[]) {
    if (!storage) return;
    disconnect();
    // Entry numbers mean somebody else in another competition: those commands stay where they are.
    const mine = kept.filter(({ competition }) => competition === pairing.competition);
    const fresh = createOutbox(storage, mine, {
      now: () => Date.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      send: (commandId, command) => link?.send({ kind: 'command', commandId, command }) ?? false,
      distrust: () => link?.distrust(),
      changed: (state) => change({ outbox: state }),
      storageFailed,
    });
    outbox = fresh;
    change({ outbox: fresh.state, keptElsewhere: kept.length - mine.length });
    openLink(pairing, fresh);
  }

  async function openLink(pairing: Pairing, mine: Outbox) {
    try {
      const { realtimePort, version } = await fetchBootstrap();
      if (outbox !== mine) return;
      const opened = createLink(browserWorld(socketAddress(realtimePort, '/scoring')), pairing, {
        state: (state) => linkChanged(state, mine),
        welcome(serverVersion) {
          if (serverVersion !== version) reloadWanted = true;
          change({});
        },
        answer: (message) => mine.answer(message),
      });
      link = opened;
      opened.follow(formatTopic({ kind: 'target', competition: pairing.competition, butt: pairing.butt }), {
        snapshot(body, at) {
          if (body.kind !== 'targetSheet') return;
          change({ sheet: { sheet: body.sheet, at }, missing: false });
          mine.seen(at);
        },
        delta(body, at) {
          if (body.kind !== 'targetSheet' || !view.sheet) return;
          change({ sheet: foldSheet(view.sheet, body, at) });
          mine.seen(at);
        },
        missing: () => change({ missing: true }),
      });
      for (const each of followed) each.stop = opened.follow(each.topic, each.listener);
      opened.start();
    } catch {
      // The appliance does not answer yet; typing goes on meanwhile.
      if (outbox !== mine) return;
      change({ link: { kind: 'waiting', attempt: 1, reason: 'lost' } });
      setTimeout(() => {
        if (outbox === mine) openLink(pairing, mine);
      }, bootstrapRetryMs);
    }
  }

  function linkChanged(state: LinkState, mine: Outbox) {
    if (outbox !== mine) return;
    change({ link: state });
    if (state.kind === 'live') mine.live();
    else mine.disconnected();
    if (state.kind === 'refused') change({ phase: { kind: 'unpaired', failure: undefined, refused: true } });
    if (state.kind === 'outdated') reloadOnce();
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      open().catch(storageFailed);
      whenWorthTrying(() => link?.nudge());
      whenCut(() => link?.distrust());
      window.addEventListener('hashchange', () => {
        const key = readJoinFragment(window.location.hash);
        if (key) window.location.reload();
      });
    },
    join: (by) => {
      join(by).catch(storageFailed);
    },
    stay: () => change({ phase: { kind: 'paired' } }),
    leave() {
      disconnect();
      store((each) => each.savePairing(undefined));
      change({ pairing: undefined, sheet: undefined, phase: { kind: 'unpaired', failure: undefined, refused: false } });
    },
    nudge: () => link?.nudge(),
    draft(key, slots, hits = []) {
      const drafts = new Map(view.drafts);
      const draftHits = new Map(view.draftHits);
      if (slots) drafts.set(key, slots);
      else drafts.delete(key);
      if (slots && hits.some((hit) => hit !== null)) draftHits.set(key, hits);
      else draftHits.delete(key);
      change({ drafts, draftHits });
      store((each) => (slots ? each.saveDraft({ key, slots, hits }) : each.removeDraft(key)));
    },
    submit(commands) {
      const { pairing } = view;
      if (!pairing || !outbox) return;
      const { competition, butt } = pairing;
      for (const command of commands) outbox.submit(command, { competition, butt }).catch(storageFailed);
    },
    settle: (commandId) => outbox?.settle(commandId),
    follow(topic, listener) {
      const name = formatTopic(topic);
      const each: Followed = { topic: name, listener, stop: link?.follow(name, listener) ?? nothing };
      followed.add(each);
      return () => {
        followed.delete(each);
        each.stop();
      };
    },
  };
}
