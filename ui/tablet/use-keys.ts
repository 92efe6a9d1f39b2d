// The physical keyboard: digits (0 is ten), X, M, Backspace, arrows between boxes and archers, letters for archers.
// Enter confirms the end, also from a key or box that was clicked before, where it would otherwise type that arrow again.
import { useLayoutEffect } from 'react';
import { type ArrowValue, isArrowValue } from '../../src/domain/arrow-value.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { chooseBox, type EndEntry, eraseArrow, typeArrow } from '../store/end-entry.ts';
import type { ArcherCard } from '../store/sheet-store.ts';

interface Keys {
  readonly entry: EndEntry;
  readonly face: Face | undefined;
  readonly cards: readonly ArcherCard[];
  readonly chosen: number | undefined;
  type(entry: EndEntry): void;
  point(entry: EndEntry): void;
  choose(entry: number): void;
}

export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (['SELECT', 'TEXTAREA'].includes(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'radio'))
  );
}

/** Whether the face has it or not. */
export function valueOfKey(key: string): ArrowValue | undefined {
  const value = key === '0' ? '10' : key.toUpperCase();
  return isArrowValue(value) ? value : undefined;
}

function handleKey(key: string, { entry, face, cards, chosen, type, point, choose }: Keys): boolean {
  const upper = key.toUpperCase();
  const value = valueOfKey(key);
  if (value && face && (value === 'M' || face.zones.some((zone) => zone.value === value))) {
    type(typeArrow(entry, value));
    return true;
  }
  if (key === 'Backspace' || key === 'Delete') {
    type(eraseArrow(entry));
    return true;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const from = entry.cursor ?? entry.slots.length;
    point(chooseBox(entry, from + (key === 'ArrowLeft' ? -1 : 1)));
    return true;
  }
  const at = cards.findIndex(({ archer }) => archer.entry === chosen);
  const byArrow = key === 'ArrowUp' ? cards[at - 1] : key === 'ArrowDown' ? cards[at + 1] : undefined;
  const found = byArrow ?? cards.find(({ letter }) => letter === upper);
  if (found) choose(found.archer.entry);
  return found !== undefined;
}

/** True when Enter was used to confirm. A button with a job of its own (cancel, correct) keeps its Enter. */
export function confirmByEnter(target: EventTarget | null): boolean {
  const isElement = target instanceof HTMLElement;
  if (isElement && target !== document.body && !target.closest('[data-arrows], [aria-pressed="true"]')) return false;
  const button = document.querySelector<HTMLButtonElement>('form[data-end] button[type="submit"]');
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

export function useKeys(keys: Keys) {
  // Before anything is painted: the next key may come first, and has to go on from this one.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter') {
        if (confirmByEnter(event.target)) event.preventDefault();
        return;
      }
      if (handleKey(event.key, keys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
