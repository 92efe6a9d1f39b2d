// Subscriptions' values: what follows from a competition's state, again whenever a commit changed it. The first change leaves at once, then
// one at most every so often, always the newest; a slow reader misses values in between and costs no memory.
import { performance } from 'node:perf_hooks';
import type { Competition } from '../../domain/competition.ts';
import type { CompetitionView, Intake } from '../../intake/intake.ts';
import type { GraphqlLimits } from './limits.ts';

/** Time for watching; tests bring their own. */
export interface Pace {
  readonly now: () => number;
  /** Calls back once; the answer takes that back. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

export const realPace: Pace = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export interface Watched<T> {
  readonly competition: string;
  /** Parts of the state; while all of them are the very same objects, nothing is read. */
  readonly dependsOn: (state: Competition) => readonly unknown[];
  /** Undefined once it is not there any more: that ends the watching of it. */
  readonly read: (view: CompetitionView) => T | undefined;
  readonly isSame: (before: T, now: T) => boolean;
}

export interface Watching {
  /**
   * The present value first; ends by `return`, with the watching, or when there is nothing to read any more, and says so by `onEnd`.
   * Undefined where there is nothing to read now.
   */
  watch<T>(watched: Watched<T>, onEnd?: () => void): AsyncIterableIterator<T, undefined> | undefined;
  readonly count: number;
  /** Ends all of them. */
  close(): void;
}

interface Watcher {
  readonly competition: string;
  /** When it may have a value; undefined while its reader is busy with the one before. */
  due(): number | undefined;
  /** Hands the newest value on if it is another one; whether it did. */
  push(now: number): boolean;
  end(): void;
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, index) => part === now[index]);
}

export function createWatching(
  intake: Pick<Intake, 'find' | 'onCommitted'>,
  { pushEveryMs, pushesPerTurn }: Pick<GraphqlLimits, 'pushEveryMs' | 'pushesPerTurn'>,
  pace: Pace = realPace,
): Watching {
  const watchers = new Set<Watcher>();
  /** Those whose competition changed since they last looked, longest waiting first. */
  const stale = new Set<Watcher>();
  /** After a full turn there is a pause, so that commands and acks get theirs. */
  let pauseUntil = Number.NEGATIVE_INFINITY;
  let next: { readonly at: number; readonly cancel: () => void } | undefined;

  /** Lets a turn come early enough for this one. */
  function consider(watcher: Watcher): void {
    const due = watcher.due();
    if (due === undefined) return;
    const now = pace.now();
    const at = Math.max(due, pauseUntil, now);
    if (next && next.at <= at) return;
    next?.cancel();
    next = { at, cancel: pace.after(at - now, turn) };
  }

  function turn(): void {
    next = undefined;
    const now = pace.now();
    let pushed = 0;
    for (const watcher of [...stale]) {
      if (pushed >= pushesPerTurn) break;
      const due = watcher.due();
      if (due === undefined || due > now) continue;
      stale.delete(watcher);
      if (watcher.push(now)) pushed += 1;
    }
    if (pushed >= pushesPerTurn) pauseUntil = now + pushEveryMs;
    for (const watcher of stale) consider(watcher);
  }

  intake.onCommitted(({ competition }) => {
    for (const watcher of watchers) {
      if (watcher.competition !== competition) continue;
      stale.add(watcher);
      consider(watcher);
    }
  });

  function watch<T>({ competition, dependsOn, read, isSame }: Watched<T>, onEnd?: () => void) {
    const present = intake.find(competition);
    let value = present && read(present);
    if (!present || value === undefined) return undefined;
    let parts = dependsOn(present.state);
    let first = true;
    let ended = false;
    let pushedAt = Number.NEGATIVE_INFINITY;
    let pull: PromiseWithResolvers<IteratorResult<T, undefined>> | undefined;

    function answer(result: IteratorResult<T, undefined>): void {
      pull?.resolve(result);
      pull = undefined;
    }

    const watcher: Watcher = {
      competition,
      due: () => (pull ? pushedAt + pushEveryMs : undefined),
      push(now) {
        const view = intake.find(competition);
        const [before, partsBefore] = [value, parts];
        if (view) parts = dependsOn(view.state);
        if (!view || areSame(partsBefore, parts)) return false;
        value = read(view);
        if (value === undefined) watcher.end();
        if (value === undefined || (before !== undefined && isSame(before, value))) return false;
        pushedAt = now;
        answer({ value, done: false });
        return true;
      },
      end() {
        if (ended) return;
        ended = true;
        watchers.delete(watcher);
        stale.delete(watcher);
        answer({ value: undefined, done: true });
        onEnd?.();
      },
    };
    watchers.add(watcher);

    const values: AsyncIterableIterator<T, undefined> = {
      next() {
        if (ended || value === undefined) return Promise.resolve({ value: undefined, done: true });
        if (first) {
          first = false;
          return Promise.resolve({ value, done: false });
        }
        pull ??= Promise.withResolvers();
        const { promise } = pull;
        if (stale.has(watcher)) consider(watcher);
        return promise;
      },
      return() {
        watcher.end();
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    return values;
  }

  return {
    watch,
    get count() {
      return watchers.size;
    },
    close() {
      next?.cancel();
      for (const watcher of [...watchers]) watcher.end();
    },
  };
}
