// What an overlay is about.

export type OverlayKind =
  | { readonly kind: 'leaderboard'; readonly competition: string; readonly category: string }
  | { readonly kind: 'athlete'; readonly competition: string; readonly entry: number }
  | { readonly kind: 'match'; readonly competition: string; readonly event: string; readonly match: string }
  /** `clock`: by its key; undefined for the one that goes. */
  | { readonly kind: 'clock'; readonly competition: string; readonly clock: string | undefined };
