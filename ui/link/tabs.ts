// What the tabs of one tablet say to each other, and the driver of who leads. The channel comes in: a BroadcastChannel in a browser.
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import { type Claim, firstLeaderState, isLeading, type LeaderEvent, nextLeader } from './leader-state.ts';
import type { OutboxEvent } from './outbox-state.ts';

export type TabMessage =
  /** With how many commands wait in the leader: whoever counts others has missed something. */
  | { readonly kind: 'leads'; readonly claim: Claim; readonly unsent: number }
  | { readonly kind: 'left'; readonly tab: string }
  | { readonly kind: 'outbox'; readonly event: OutboxEvent }
  | {
      readonly kind: 'draft';
      readonly key: string;
      readonly slots: readonly ArrowSlot[] | undefined;
      readonly hits: readonly Hit[];
    }
  /** Another target, or none. */
  | { readonly kind: 'paired' };

export interface TabChannel {
  /** To the other tabs. */
  post(message: TabMessage): void;
  /** From the other tabs. Returns what stops it. */
  listen(take: (message: TabMessage) => void): () => void;
}

export interface TabsWorld {
  /** Of this tab, different in every one. */
  readonly name: string;
  readonly channel: TabChannel;
  after(milliseconds: number, run: () => void): () => void;
  /** This tab leads now, or does no more. */
  leads(isLeader: boolean): void;
  countUnsent(): number;
  /** The leader has so many. */
  leaderHas(unsent: number): void;
  heard(message: Extract<TabMessage, { kind: 'outbox' | 'draft' | 'paired' }>): void;
}

export interface Tabs {
  readonly isLeader: boolean;
  /** This tab is used: it leads from now on. */
  use(): void;
  post(message: TabMessage): void;
  /** The page is closed or put aside: the others need not wait until it is missed. */
  away(): void;
  close(): void;
}

export const aliveEveryMs = 2_000;
export const quietLimitMs = 7_000;

export function openTabs(world: TabsWorld): Tabs {
  const { channel, name } = world;
  let state = firstLeaderState(name);
  let cancelTimer: () => void = () => undefined;

  const say = () =>
    channel.post({ kind: 'leads', claim: { tab: name, turn: state.turn }, unsent: world.countUnsent() });

  function watch() {
    cancelTimer();
    cancelTimer = isLeading(state)
      ? world.after(aliveEveryMs, () => {
          say();
          watch();
        })
      : world.after(quietLimitMs, () => happen({ kind: 'quiet' }));
  }

  function happen(event: LeaderEvent) {
    const before = isLeading(state);
    const step = nextLeader(state, event);
    state = step.state;
    const now = isLeading(state);
    if (step.isToClaim) say();
    // A leader's timer runs on; a follower's begins again with every word of the leader's.
    if (now !== before || !now) watch();
    if (now !== before) world.leads(now);
  }

  function away() {
    happen({ kind: 'leaving' });
    cancelTimer();
    channel.post({ kind: 'left', tab: name });
  }

  const unlisten = channel.listen((message) => {
    if (message.kind === 'leads') {
      happen({ kind: 'claimed', claim: message.claim });
      if (state.leader === message.claim.tab) world.leaderHas(message.unsent);
    } else if (message.kind === 'left') happen({ kind: 'left', tab: message.tab });
    else world.heard(message);
  });

  return {
    get isLeader() {
      return isLeading(state);
    },
    use: () => happen({ kind: 'wanted' }),
    post: (message) => channel.post(message),
    away,
    close() {
      unlisten();
      away();
    },
  };
}
