// When which end was sent, for as long as a screen may show it: what screens see is measured by it.

export interface SentEnds {
  sent(entry: number, end: number, atMs: number): void;
  /** Undefined for an end that was not sent, or too long ago. */
  at(entry: number, end: number): number | undefined;
}

export const forgottenAfterMs = 60_000;

export function createSentEnds(): SentEnds {
  const times = new Map<string, number>();
  return {
    sent(entry, end, atMs) {
      // In the order of sending.
      for (const [key, time] of times) {
        if (atMs - time < forgottenAfterMs) break;
        times.delete(key);
      }
      times.set(`${entry}/${end}`, atMs);
    },
    at: (entry, end) => times.get(`${entry}/${end}`),
  };
}
