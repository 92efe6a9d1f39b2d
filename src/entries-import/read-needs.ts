// What an archer needs at the line, as lists say it: words in one column, or a column to tick for each.
import { type ArcherNeed, archerNeeds } from '../domain/setup/draw-targets.ts';
import { inAllLanguages } from '../tables/words/words.ts';

/** What is said of each; nothing of those that are missing. */
export type NeedsSaid = Readonly<Partial<Record<ArcherNeed, boolean>>>;

const squash = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9✓✔]/g, '');

const wordsOf: Readonly<Record<ArcherNeed, readonly string[]>> = {
  wheelchair: ['wheelchair', 'wheel chair', 'w/c', 'kursi roda', 'fauteuil', ...inAllLanguages('wheelchair')],
  leftHanded: ['lefthanded', 'left hand', 'left', 'lh', 'l', 'kiri', 'tangan kiri', ...inAllLanguages('leftHanded')],
};
const meanings: ReadonlyMap<string, ArcherNeed> = new Map(
  archerNeeds.flatMap((need) => [need, ...wordsOf[need]].map((word) => [squash(word), need] as const)),
);
const ticks = new Map(
  (
    [
      [true, 'x, yes, y, true, 1, ya, iya, oui, ja, si, ✓, ✔'],
      [false, 'no, n, false, 0, tidak, non, nein, right, right handed, rh, r, kanan, droitier'],
    ] as const
  ).flatMap(([meaning, words]) => words.split(', ').map((word) => [squash(word), meaning] as const)),
);

/** Undefined for words that mean nothing here. An empty text says nothing. */
export function readNeeds(text: string): NeedsSaid | undefined {
  if (text === '') return {};
  const parts = text.split(/[,;/|+&]/).filter((part) => part.trim() !== '');
  if (parts.length === 0) return {};
  const said = Object.fromEntries(archerNeeds.map((need) => [need, false])) as Record<ArcherNeed, boolean>;
  for (const part of parts) {
    const need = meanings.get(squash(part));
    if (need) said[need] = true;
    else if (ticks.get(squash(part)) !== false && squash(part) !== '') return undefined;
  }
  return said;
}

/** A column of its own: ticked, or with the word itself. */
export function readTick(text: string, need: ArcherNeed): NeedsSaid | undefined {
  const word = squash(text);
  if (word === '') return {};
  const ticked = meanings.get(word) === need ? true : ticks.get(word);
  return ticked === undefined ? undefined : { [need]: ticked };
}
