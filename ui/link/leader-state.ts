// Several tabs of one tablet: which one sends. Whoever was looked at last leads, because a browser may freeze the others at any moment and
// would keep a lock of theirs (that is why there is no Web Lock here). For a moment two may believe that they lead: the appliance knows
// every command by its id, so the worst of it is a command sent twice.

/** A tab's word that it leads; later turns win, and of equal turns the greater name. */
export interface Claim {
  readonly tab: string;
  readonly turn: number;
}

export interface LeaderState {
  readonly tab: string;
  /** The latest that was heard of. */
  readonly turn: number;
  /** Undefined while none is known. */
  readonly leader: string | undefined;
}

export type LeaderEvent =
  /** Opened, looked at, or typed in. */
  | { readonly kind: 'wanted' }
  /** Another tab leads, it says. */
  | { readonly kind: 'claimed'; readonly claim: Claim }
  /** Another tab was closed. */
  | { readonly kind: 'left'; readonly tab: string }
  /** The leader has said nothing for too long. */
  | { readonly kind: 'quiet' }
  /** This tab is about to be closed or put aside. */
  | { readonly kind: 'leaving' };

export interface LeaderStep {
  readonly state: LeaderState;
  /** Say to the other tabs that this one leads. */
  readonly isToClaim: boolean;
}

export const firstLeaderState = (tab: string): LeaderState => ({ tab, turn: 0, leader: undefined });

export function isLeading({ tab, leader }: LeaderState): boolean {
  return leader === tab;
}

function isNewer(claim: Claim, { turn, leader = '' }: LeaderState): boolean {
  return claim.turn === turn ? claim.tab > leader : claim.turn > turn;
}

function lead({ tab, turn }: LeaderState): LeaderStep {
  return { state: { tab, turn: turn + 1, leader: tab }, isToClaim: true };
}

/** The same state object comes back where nothing changes. */
export function nextLeader(state: LeaderState, event: LeaderEvent): LeaderStep {
  const same = { state, isToClaim: false };
  switch (event.kind) {
    case 'wanted':
    case 'quiet':
      return isLeading(state) ? same : lead(state);
    case 'left':
      return state.leader === event.tab ? lead(state) : same;
    case 'leaving':
      return { state: { ...state, leader: undefined }, isToClaim: false };
    case 'claimed': {
      const { tab, turn } = event.claim;
      if (isNewer(event.claim, state)) return { state: { ...state, turn, leader: tab }, isToClaim: false };
      // Said by somebody who has not heard of this one yet.
      return { state, isToClaim: isLeading(state) };
    }
  }
}
