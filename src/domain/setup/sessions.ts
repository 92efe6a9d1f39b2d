// A session: the part of a round that is shot on one day, or half-day. A combined round over several days is one round of several
// distances, with a session for each day; subtotals follow from the ends.

export interface Session {
  /** From 1, as they are shot. */
  readonly number: number;
  readonly name: string;
  /** yyyy-mm-dd */
  readonly day: string;
  /** hh:mm, or empty. */
  readonly start: string;
  /** Whose; empty for all. */
  readonly categories: readonly string[];
  /** Ends of the round, from 1, both included. */
  readonly fromEnd: number;
  readonly toEnd: number;
}

/** Those in which a category shoots. */
export function sessionsOf(sessions: readonly Session[], category: string): readonly Session[] {
  return sessions.filter(({ categories }) => categories.length === 0 || categories.includes(category));
}
