// The store of a competition's entries for components: loaded when somebody comes, again every half minute and when the page is looked at.
import { useEffect, useSyncExternalStore } from 'react';
import { callApi, pathOf } from '../../store/api.ts';
import { useExpiry } from '../use-expiry.ts';
import { createEntryStore, type EntryListState, type EntryStore } from './entry-store.ts';

const stores = new Map<string, EntryStore>();
const refreshMs = 30_000;

function storeOf(competition: string): EntryStore {
  const known = stores.get(competition);
  if (known) return known;
  const made = createEntryStore(pathOf('competitions', competition, 'entries'), callApi);
  stores.set(competition, made);
  return made;
}

export function useEntryStore(
  competition: string,
  onExpired: () => void,
): { readonly store: EntryStore; readonly state: EntryListState } {
  const store = storeOf(competition);
  const state = useSyncExternalStore(store.subscribe, store.state);
  useExpiry(state.failure, onExpired);
  useEffect(() => {
    const load = () => {
      if (document.visibilityState === 'visible') store.load();
    };
    load();
    const timer = setInterval(load, refreshMs);
    document.addEventListener('visibilitychange', load);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', load);
    };
  }, [store]);
  return { store, state };
}
