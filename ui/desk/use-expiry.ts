// A refusal because the session has ended sends the person back to the log-in; what was typed waits in its draft.
import { useEffect } from 'react';
import type { ApiFailure } from '../store/api.ts';

export function isExpired(failure: ApiFailure | undefined): boolean {
  return failure?.code === 'notLoggedIn' || failure?.status === 401;
}

export function useExpiry(failure: ApiFailure | undefined, onExpired: () => void) {
  const expired = isExpired(failure);
  useEffect(() => {
    if (expired) onExpired();
  }, [expired, onExpired]);
}
