// The physical keyboard in a match: digits (0 is ten), X, M, Backspace, arrows between boxes, A and B for the sides; Enter confirms.
import { useLayoutEffect } from 'react';
import type { Side } from '../../src/domain/match/match.ts';
import { faceOf, pointsAt } from '../../src/domain/rounds/rounds.ts';
import { chooseBox, eraseArrow } from '../store/end-entry.ts';
import type { MatchScoring } from './match-typing.ts';
import { confirmByEnter, isTextField, valueOfKey } from './use-keys.ts';

const sideOfKey: Readonly<Record<string, Side>> = { a: 'a', b: 'b' };

function handleKey(key: string, { typing, mode, way, press, type, point, takeBack, choose }: MatchScoring): boolean {
  const isSpotting = way === 'arrow' && mode === 'score';
  const isErasing = key === 'Backspace' || key === 'Delete';
  // Also the arrow that ended the match.
  if (isSpotting && isErasing) {
    takeBack();
    return true;
  }
  if (!typing) return false;
  const { entry, play } = typing;
  const value = valueOfKey(key);
  if (value !== undefined && faceOf(play.match) && pointsAt(play.match, value) !== undefined) {
    press(value);
    return true;
  }
  if (isErasing) {
    type(eraseArrow(entry));
    return true;
  }
  if ((key === 'ArrowLeft' || key === 'ArrowRight') && !isSpotting) {
    const from = entry.cursor ?? entry.slots.length;
    point(chooseBox(entry, from + (key === 'ArrowLeft' ? -1 : 1)));
    return true;
  }
  const side = sideOfKey[key.toLowerCase()];
  if (side) choose(side);
  return side !== undefined;
}

export function useMatchKeys(scoring: MatchScoring) {
  // Before anything is painted: the next key may come first, and has to go on from this one.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const isUsed = event.key === 'Enter' ? confirmByEnter(event.target) : handleKey(event.key, scoring);
      if (isUsed) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
