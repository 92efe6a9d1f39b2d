// Collects what is said to the other thread and posts it once per turn of the event loop: a postMessage costs more than what it carries.
// The turn's end is a setImmediate, which comes after uWebSockets.js has written what was published in that turn (seen with 1,000
// sockets): whatever is posted then, is posted after the fan-out.

export interface TurnOutbox<T> {
  push(item: T): void;
  /** Posts at once what is there. */
  flush(): void;
}

export function createTurnOutbox<T>(post: (items: readonly T[]) => void): TurnOutbox<T> {
  let items: T[] = [];

  function flush() {
    if (items.length === 0) return;
    const batch = items;
    items = [];
    post(batch);
  }

  return {
    push(item) {
      items.push(item);
      if (items.length === 1) setImmediate(flush);
    },
    flush,
  };
}
