// An interchange file's entries: numbers and targets once each, categories that are there.
import { roundOfCategory } from '../competition.ts';
import { formatTarget, parseTarget } from '../target.ts';
import type { CompetitionDocument, DocumentEntry, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { KnownInDocument } from './document-known.ts';

const firstYearOfBirth = 1900;

export function findEntryFlaw({ entries }: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  return (
    firstFlaw(entries, (entry, index) => findFlaw(entry, index, known)) ??
    findTwice(
      entries,
      ({ number }) => number,
      (index) => ['entries', index, 'number'],
    ) ??
    findTwice(
      entries,
      ({ target }) => target ?? undefined,
      (index) => ['entries', index, 'target'],
    )
  );
}

function findFlaw(entry: DocumentEntry, index: number, known: KnownInDocument): DocumentFlaw | undefined {
  const { name, category, target, bornIn } = entry;
  const path = ['entries', index] as const;
  if (name.trim() === '') return flawAt([...path, 'name'], 'impossible', name);
  if (!known.categories.has(category)) return flawAt([...path, 'category'], 'unknown', category);
  if (target !== null && !isTarget(target)) return flawAt([...path, 'target'], 'impossible', target);
  if (bornIn !== undefined && (bornIn < firstYearOfBirth || bornIn > Number(known.to.slice(0, 4))))
    return flawAt([...path, 'bornIn'], 'impossible', bornIn);
  return findAlsoFlaw(entry, index, known);
}

/** Written as it is written everywhere, so that two ways of writing are not two targets. */
function isTarget(text: string): boolean {
  const target = parseTarget(text);
  return target !== undefined && formatTarget(target) === text;
}

/** One card counts in several categories only where the same round is shot. */
function findAlsoFlaw(
  { category, also = [] }: DocumentEntry,
  index: number,
  known: KnownInDocument,
): DocumentFlaw | undefined {
  const round = roundOfCategory(known, category)?.id;
  return firstFlaw(also, (code, at) => {
    const path = ['entries', index, 'also', at] as const;
    if (!known.categories.has(code)) return flawAt(path, 'unknown', code);
    if (code === category || also.indexOf(code) < at) return flawAt(path, 'twice', code);
    return roundOfCategory(known, code)?.id === round ? undefined : flawAt(path, 'impossible', code, 'otherRound');
  });
}
