// The brackets of all events that are drawn, fetched together, and again every few seconds.
import { useCallback, useEffect, useState } from 'react';
import type { EventView } from '../../../src/wire/api-events.ts';
import type { BracketView } from '../../../src/wire/api-matches.ts';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';

const refreshMs = 4_000;

export function useBrackets(competition: string) {
  const [brackets, setBrackets] = useState<readonly BracketView[] | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((now) => now + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another fetch.
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const fetchAll = async () => {
      const path = pathOf('competitions', competition, 'events');
      const events = await callApi<readonly EventView[]>(path, { signal });
      const drawn = events.filter(({ isDrawn }) => isDrawn);
      return Promise.all(
        drawn.map(({ id }) => callApi<BracketView>(`${path}/${encodeURIComponent(id)}/bracket`, { signal })),
      );
    };
    fetchAll().then(
      (all) => {
        if (signal.aborted) return;
        setBrackets(all);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!signal.aborted) setFailure(toFailure(error));
      },
    );
    return () => stop.abort();
  }, [competition, round]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);

  return { brackets, failure, reload };
}
