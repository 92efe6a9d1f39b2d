// Which card somebody means: by target, by the entry’s number, or by the address that the code on a printed card has; and which comes next.
import { parseTarget } from '../../src/domain/target.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';

type Listed = Pick<EntryView, 'number' | 'target'>;

/** `12B`, `#5`, or `http://…/desk#/cup/cards/5`. */
export function findCard(typed: string, entries: readonly Listed[]): number | undefined {
  const text = typed.trim();
  const [, scanned] = /\/cards\/(\d{1,6})$/.exec(text) ?? /^#(\d{1,6})$/.exec(text) ?? [];
  if (scanned !== undefined) return entries.find(({ number }) => number === Number(scanned))?.number;
  return entries.find(({ target }) => target === text.toUpperCase())?.number;
}

function placeOf(target: string | null): readonly [number, string] {
  const found = parseTarget(target ?? '');
  return found ? [found.butt, found.letter] : [Number.POSITIVE_INFINITY, ''];
}

/** The entry after this one in the order of targets; undefined after the last, and for who has none. */
export function nextInOrder<T extends Listed>(entries: readonly T[], entry: number): T | undefined {
  const placed = entries.filter(({ target }) => target !== null);
  const inOrder = placed.toSorted((a, b) => {
    const [[buttA, letterA], [buttB, letterB]] = [placeOf(a.target), placeOf(b.target)];
    return buttA - buttB || (letterA < letterB ? -1 : Number(letterA > letterB)) || a.number - b.number;
  });
  const at = inOrder.findIndex(({ number }) => number === entry);
  return at === -1 ? undefined : inOrder[at + 1];
}
