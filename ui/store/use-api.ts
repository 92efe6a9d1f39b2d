// Something that is fetched, as a page needs it: loading, failed, or there. A reload keeps what is shown until the new answer comes.
import { useCallback, useEffect, useState } from 'react';
import { type ApiFailure, callApi, toFailure } from './api.ts';

export interface Fetched<T> {
  readonly data: T | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
}

/** `everyMs`: ask again that often while somebody looks at the page. */
export function useApi<T>(path: string | undefined, everyMs?: number): Fetched<T> {
  const [state, setState] = useState<{
    readonly path: string | undefined;
    readonly data?: T;
    readonly failure?: ApiFailure;
  }>({ path });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((now) => now + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another fetch of the same path.
  useEffect(() => {
    if (path === undefined) return undefined;
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
