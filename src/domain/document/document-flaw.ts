// What is wrong with an interchange file, as it is said: the first place that is wrong, and what stands there.
import type { DocumentFlaw, DocumentProblem } from './document.ts';
import { excerptOf, type JsonPath, jsonPointer } from './json-pointer.ts';

/** `why` is the key word of a rule, where the value alone does not say it. */
export function flawAt(path: JsonPath, problem: DocumentProblem, value: unknown, why?: string): DocumentFlaw {
  const found = excerptOf(value);
  return { pointer: jsonPointer(path), problem, found: why === undefined ? found : `${found} (${why})`.trim() };
}

/** The first flaw of any, in order; nothing after it is looked at. */
export function firstFlaw<T>(
  items: readonly T[],
  find: (item: T, index: number) => DocumentFlaw | undefined,
): DocumentFlaw | undefined {
  for (const [index, item] of items.entries()) {
    const flaw = find(item, index);
    if (flaw) return flaw;
  }
  return undefined;
}

/** The first key that is there a second time. */
export function findTwice<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | undefined,
  pathOf: (index: number) => JsonPath,
): DocumentFlaw | undefined {
  const seen = new Set<string | number>();
  return firstFlaw(items, (item, index) => {
    const key = keyOf(item);
    if (key === undefined) return undefined;
    if (seen.has(key)) return flawAt(pathOf(index), 'twice', key);
    seen.add(key);
    return undefined;
  });
}
