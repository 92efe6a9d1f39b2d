// The last order of a document, and how far it is; given up when it is not wanted any more.
import { useEffect, useState } from 'react';
import type { PrintView } from '../../../src/wire/api-prints.ts';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';

const askEveryMs = 400;

export function usePrint(competition: string) {
  const [print, setPrint] = useState<PrintView | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const path = pathOf('competitions', competition, 'prints');
  const isBusy = print?.state === 'waiting' || print?.state === 'working';

  useEffect(() => {
    if (print?.state !== 'waiting' && print?.state !== 'working') return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      callApi<PrintView>(`${path}/${print.id}`, { signal: stop.signal }).then(setPrint, (error: unknown) => {
        if (stop.signal.aborted) return;
        setFailure(toFailure(error));
        setPrint(undefined);
      });
    }, askEveryMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [print, path]);

  function order(json: object) {
    setFailure(undefined);
    setPrint(undefined);
    callApi<PrintView>(path, { method: 'POST', json }).then(setPrint, (error: unknown) => setFailure(toFailure(error)));
  }

  /** One that is gone already is what was wanted. */
  function cancel() {
    if (!print) return;
    setPrint(undefined);
    callApi(`${path}/${print.id}`, { method: 'DELETE' }).catch((error: unknown) => {
      const found = toFailure(error);
      if (found.code !== 'unknownPrint') setFailure(found);
    });
  }

  return { print, failure, isBusy, order, cancel };
}
