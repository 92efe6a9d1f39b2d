// A change that the desk asks for, with what became of it: for sections with several buttons and one place for what went wrong.
import { useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { useExpiry } from './use-expiry.ts';

export interface ShowDeskProps {
  readonly competition: CompetitionView;
  readonly onExpired: () => void;
}

/** What an answer of a change leaves: the failure to be shown, and the newest state asked for. */
export function useChange(onDone: () => void, onExpired: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  useExpiry(failure, onExpired);
  const change = (path: string, call: Parameters<typeof callApi>[1]): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    return callApi(path, call)
      .then(
        () => {
          onDone();
          return true;
        },
        (error: unknown) => {
          setFailure(toFailure(error));
          return false;
        },
      )
      .finally(() => setBusy(false));
  };
  return { change, busy, failure };
}
