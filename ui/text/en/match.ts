// Matches: the tablet’s match screen, the spotter, match boards.

export const match = {} as const;
