// Archers that somebody keeps at the top and is told about, remembered on this device per competition.
import { useCallback, useSyncExternalStore } from 'react';
import { recall, remember } from '../store/remember.ts';

export function parseFavourites(text: string | null): ReadonlySet<number> {
  return new Set(
    (text ?? '')
      .split(',')
      .map(Number)
      .filter((entry) => Number.isInteger(entry) && entry > 0),
  );
}

const kept = new Map<string, ReadonlySet<number>>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function favouritesOf(place: string): ReadonlySet<number> {
  const known = kept.get(place) ?? parseFavourites(recall(place));
  kept.set(place, known);
  return known;
}

/** The same for every part of the page that asks. */
export function useFavourites(competition: string) {
  const place = `favourites.${competition}`;
  const favourites = useSyncExternalStore(subscribe, () => favouritesOf(place));
  const toggle = useCallback(
    (entry: number) => {
      const next = new Set(favouritesOf(place));
      if (!next.delete(entry)) next.add(entry);
      kept.set(place, next);
      remember(place, [...next].join(','));
      for (const listener of listeners) listener();
    },
    [place],
  );
  return { favourites, toggle };
}
