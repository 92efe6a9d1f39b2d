// Something that is fetched, as a page needs it: loading, failed, or there. A reload keeps what is shown until the new answer comes.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiFailure, callApi, toFailure } from './api.ts';
import { isAway } from './page-origin.ts';
import { answerSource, followAnswer, onAnswerSource } from './relayed-answers.ts';

export interface Fetched<T> {
  readonly data: T | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
}

const notThere = new ApiFailure(0, { code: 'network', message: 'Not on the relay', details: {} });

/** `everyMs`: ask again that often while somebody looks at the page. */
export function useApi<T>(path: string | undefined, everyMs?: number): Fetched<T> {
  const [state, setState] = useState<{
    readonly path: string | undefined;
    readonly data?: T;
    readonly failure?: ApiFailure;
  }>({ path });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((now) => now + 1), []);
  const relay = useSyncExternalStore(onAnswerSource, answerSource);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another fetch of the same path.
  useEffect(() => {
    if (path === undefined || isAway()) return undefined;
    const stop = new AbortController();
    callApi<T>(path, { signal: stop.signal }).then(
      (data) => setState({ path, data }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = toFailure(error);
        setState((before) =>
          before.path === path && before.data !== undefined ? { ...before, failure } : { path, failure },
        );
      },
    );
    return () => stop.abort();
  }, [path, round]);

  // Elsewhere, and while the appliance cannot be reached, answers come over the relay.
  useEffect(() => {
    if (path === undefined || !relay) return undefined;
    return followAnswer(relay, path, {
      // The type is the contract's: the appliance made the answer.
      answer: (value) => setState({ path, data: value as T }),
      missing: () => {
        if (isAway())
          setState((before) => (before.path === path && before.data ? before : { path, failure: notThere }));
      },
    });
  }, [path, relay]);

  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  const current = state.path === path ? state : undefined;
  return { data: current?.data, failure: current?.failure, reload };
}
