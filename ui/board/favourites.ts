// Archers that somebody keeps at the top, remembered on this device per competition.
import { useState } from 'react';
import { recall, remember } from '../store/remember.ts';

export function parseFavourites(text: string | null): ReadonlySet<number> {
  return new Set(
    (text ?? '')
      .split(',')
      .map(Number)
      .filter((entry) => Number.isInteger(entry) && entry > 0),
  );
}

export function useFavourites(competition: string) {
  const place = `favourites.${competition}`;
  const [favourites, setFavourites] = useState(() => parseFavourites(recall(place)));
  const toggle = (entry: number) => {
    const next = new Set(favourites);
    if (!next.delete(entry)) next.add(entry);
    remember(place, [...next].join(','));
    setFavourites(next);
  };
  return { favourites, toggle };
}
