// An interchange file's entries, those that are withdrawn and what is noted of them: numbers and targets once each, categories that are there.
import { roundOfCategory } from '../competition.ts';
import { formatTarget, parseTarget } from '../target.ts';
import type { CompetitionDocument, DocumentArrival, DocumentEntry, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { KnownInDocument } from './document-known.ts';
import type { JsonPath } from './json-pointer.ts';

const firstYearOfBirth = 1900;

export function findEntryFlaw(document: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  const { entries, withdrawn = [], arrivals = [] } = document;
  const everybody = [...entries, ...withdrawn];
  const pathOf = (index: number): JsonPath =>
    index < entries.length ? ['entries', index] : ['withdrawn', index - entries.length];
  return (
    firstFlaw(everybody, (entry, index) => findFlaw(entry, pathOf(index), known)) ??
    // Of who is withdrawn the rounds may have changed since.
    firstFlaw(entries, (entry, index) => findAlsoFlaw(entry, pathOf(index), known)) ??
    findTwice(
      everybody,
      ({ number }) => number,
      (index) => [...pathOf(index), 'number'],
    ) ??
    findTwice(
      entries,
      ({ target }) => target ?? undefined,
      (index) => ['entries', index, 'target'],
    ) ??
    findArrivalFlaw(arrivals, new Set(everybody.map(({ number }) => number)))
  );
}

function findArrivalFlaw(arrivals: readonly DocumentArrival[], numbers: ReadonlySet<number>): DocumentFlaw | undefined {
  return (
    firstFlaw(arrivals, ({ entry }, index) =>
      numbers.has(entry) ? undefined : flawAt(['arrivals', index, 'entry'], 'unknown', entry),
    ) ??
    findTwice(
      arrivals,
      ({ entry }) => entry,
      (index) => ['arrivals', index, 'entry'],
    )
  );
}

function findFlaw(entry: DocumentEntry, path: JsonPath, known: KnownInDocument): DocumentFlaw | undefined {
  const { name, category, target, bornIn } = entry;
  if (name.trim() === '') return flawAt([...path, 'name'], 'impossible', name);
  if (!known.categories.has(category)) return flawAt([...path, 'category'], 'unknown', category);
  if (target !== null && !isTarget(target)) return flawAt([...path, 'target'], 'impossible', target);
  if (bornIn !== undefined && (bornIn < firstYearOfBirth || bornIn > Number(known.to.slice(0, 4))))
    return flawAt([...path, 'bornIn'], 'impossible', bornIn);
  return undefined;
}

/** Written as it is written everywhere, so that two ways of writing are not two targets. */
function isTarget(text: string): boolean {
  const target = parseTarget(text);
  return target !== undefined && formatTarget(target) === text;
}

/** One card counts in several categories only where the same round is shot. */
function findAlsoFlaw(
  { category, also = [] }: DocumentEntry,
  entryPath: JsonPath,
  known: KnownInDocument,
): DocumentFlaw | undefined {
  const round = roundOfCategory(known, category)?.id;
  return firstFlaw(also, (code, at) => {
    const path = [...entryPath, 'also', at];
    if (!known.categories.has(code)) return flawAt(path, 'unknown', code);
    if (code === category || also.indexOf(code) < at) return flawAt(path, 'twice', code);
    return roundOfCategory(known, code)?.id === round ? undefined : flawAt(path, 'impossible', code, 'otherRound');
  });
}
