// Publishing in slices. A frame for 1,000 sockets is 6.5 ms of work, in which no command is read and no answer written; so the sockets of a
// topic sit in cohorts, and between two cohorts the event loop gets its turn. The price: a socket may get a delta after a snapshot that
// holds it already, which clients ignore (its `to` is not beyond what they have).

export interface FanOutOptions {
  /** Sockets that are written to in one turn of the event loop, of all topics together. */
  readonly slice: number;
  /** Publishes to the sockets of one cohort. */
  publishTo(cohort: string, frame: Uint8Array): void;
  /** Runs it in the next turn. */
  defer(run: () => void): void;
}

export interface FanOut {
  /** The cohort in which a newcomer sits. */
  join(topic: string): string;
  leave(topic: string, cohort: string): void;
  /** `done` is called when the last cohort was published to. */
  publish(topic: string, frame: Uint8Array, done: () => void): void;
  /** What of this topic is not out yet does not go out. */
  recall(topic: string): void;
}

interface Job {
  readonly topic: string;
  readonly cohort: string;
  readonly sockets: number;
  readonly frame: Uint8Array;
  readonly done: (() => void) | undefined;
}

export function createFanOut({ slice, publishTo, defer }: FanOutOptions): FanOut {
  /** By topic: the cohorts with their sockets. An emptied cohort is kept while the topic has others, and filled again. */
  const topics = new Map<string, Map<string, number>>();
  let jobs: Job[] = [];
  /** Sockets that may still be written to in this turn. */
  let left = slice;
  let isDeferred = false;

  function run() {
    while (left > 0) {
      const job = jobs.shift();
      if (!job) break;
      left -= job.sockets;
      publishTo(job.cohort, job.frame);
      job.done?.();
    }
    if (left === slice || isDeferred) return;
    isDeferred = true;
    defer(() => {
      isDeferred = false;
      left = slice;
      run();
    });
  }

  return {
    join(topic) {
      const cohorts = topics.get(topic) ?? new Map<string, number>();
      topics.set(topic, cohorts);
      const free = [...cohorts].find(([, sockets]) => sockets < slice);
      const [cohort, sockets] = free ?? [`${topic}#${cohorts.size}`, 0];
      cohorts.set(cohort, sockets + 1);
      return cohort;
    },
    leave(topic, cohort) {
      const cohorts = topics.get(topic);
      if (!cohorts) return;
      cohorts.set(cohort, (cohorts.get(cohort) ?? 1) - 1);
      if ([...cohorts.values()].every((sockets) => sockets === 0)) topics.delete(topic);
    },
    publish(topic, frame, done) {
      const cohorts = [...(topics.get(topic) ?? [])];
      for (const [index, [cohort, sockets]] of cohorts.entries()) {
        const isLast = index === cohorts.length - 1;
        jobs.push({ topic, cohort, sockets, frame, done: isLast ? done : undefined });
      }
      if (cohorts.length === 0) done();
      else run();
    },
    recall(topic) {
      const recalled = jobs.filter((job) => job.topic === topic);
      jobs = jobs.filter((job) => job.topic !== topic);
      for (const { done } of recalled) done?.();
    },
  };
}
