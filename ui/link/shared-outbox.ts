// The outbox of a tablet whose page may be open in several tabs: each shows the same, the leading one sends. What one tab does to the
// outbox the others hear; what they miss while the browser has them frozen they read from the store when they are used again.
import type { LinkState } from './link-state.ts';
import { createOutbox, type Outbox, type OutboxWorld } from './outbox.ts';
import { countUnsent, type KeptCommand } from './outbox-state.ts';
import type { TabletStorage } from './outbox-storage.ts';
import { openTabs, type Tabs, type TabsWorld } from './tabs.ts';

export interface SharedOutboxWorld extends Omit<OutboxWorld, 'tell'>, Pick<TabsWorld, 'name' | 'channel'> {
  /** Whether this tab is the one that sends. */
  leads(isLeader: boolean): void;
  /** Another tab says something that is not about the outbox. */
  heard(message: Exclude<Parameters<TabsWorld['heard']>[0], { kind: 'outbox' }>): void;
  /** Of the competition that this outbox is for. */
  readonly isOurs: (kept: KeptCommand) => boolean;
}

export interface SharedOutbox extends Omit<Outbox, 'live' | 'disconnected' | 'pause' | 'heard' | 'refresh' | 'follow'> {
  linkChanged(state: LinkState): void;
  readonly tabs: Tabs;
}

export function createSharedOutbox(
  storage: TabletStorage,
  kept: readonly KeptCommand[],
  world: SharedOutboxWorld,
): SharedOutbox {
  let isLinkLive = false;
  const outbox = createOutbox(storage, kept.filter(world.isOurs), {
    ...world,
    tell: (event) => tabs.post({ kind: 'outbox', event }),
  });
  const tabs = openTabs({
    ...world,
    leads(isLeader) {
      world.leads(isLeader);
      if (isLeader) takeOver();
      else outbox.pause();
    },
    countUnsent: () => countUnsent(outbox.state),
    leaderHas(unsent) {
      if (unsent !== countUnsent(outbox.state)) outbox.follow(load);
    },
    heard(message) {
      if (message.kind !== 'outbox') world.heard(message);
      else if (message.event.kind !== 'kept' || world.isOurs(message.event.kept)) outbox.heard(message.event);
    },
  });

  const load = async () => (await storage.load()).commands.filter(world.isOurs);

  /** What was kept while this tab slept comes first, so that nothing overtakes it. */
  async function takeOver() {
    await outbox.refresh(load);
    if (isLinkLive && tabs.isLeader) outbox.live();
  }

  return {
    tabs,
    get state() {
      return outbox.state;
    },
    submit(command, place) {
      tabs.use();
      return outbox.submit(command, place);
    },
    greeted: outbox.greeted,
    answer: outbox.answer,
    seen: outbox.seen,
    settle: outbox.settle,
    linkChanged({ kind }) {
      isLinkLive = kind === 'live';
      if (!tabs.isLeader) return;
      if (isLinkLive) takeOver();
      else outbox.disconnected();
    },
  };
}
