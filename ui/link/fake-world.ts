// For tests: time that is advanced by hand.

export interface FakeTime {
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  advance(milliseconds: number): void;
}

export function createFakeTime(): FakeTime {
  let nowMs = 1_000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => nowMs,
    after(milliseconds, run) {
      const timer = { at: nowMs + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance(milliseconds) {
      const end = nowMs + milliseconds;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((each) => each !== due);
        nowMs = Math.max(nowMs, due.at);
        due.run();
      }
      nowMs = end;
    },
  };
}
