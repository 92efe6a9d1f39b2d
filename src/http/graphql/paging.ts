// Cursor paging as GraphQL clients know it (edges, node, cursor, pageInfo). A cursor names an item and not a position, so that a page goes
// on after the same archer although others overtook in between.
import { RefusalError } from '../errors.ts';
import { decodeCursor, encodeCursor } from '../paging.ts';
import { graphqlLimits } from './limits.ts';

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly totalCount: number;
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What is paged through; `indexOfKey` is undefined for an item that is not in it. */
export interface Pageable<T> {
  readonly length: number;
  /** Items of these places, from 0, `to` not included. */
  slice(from: number, to: number): readonly T[];
  keyOf(item: T): string;
  indexOfKey(key: string): number | undefined;
}

export function cursorOf(key: string | number): string {
  return encodeCursor([key]);
}

/** Throws RefusalError. */
export function keyOfCursor(cursor: string): string | number {
  const [key] = decodeCursor(cursor, 1) ?? [];
  if (key === undefined) throw new RefusalError('badRequest', { why: 'after is not a cursor that this list gave' });
  return key;
}

/** Of a list of entries: the number after which it goes on, undefined for its beginning. Throws RefusalError. */
export function entryOfCursor(after: string | null | undefined): number | undefined {
  if (after == null) return undefined;
  const number = Number(keyOfCursor(after));
  if (!Number.isSafeInteger(number)) throw nothingAfter();
  return number;
}

/** For a cursor of what is not in the list any more. */
export function nothingAfter(): RefusalError {
  return new RefusalError('badRequest', { why: 'after names nothing in this list' });
}

/** Throws RefusalError. */
export function checkFirst(first: number, most: number = graphqlLimits.pageSize): number {
  if (first >= 1 && first <= most) return first;
  throw new RefusalError('badRequest', { why: `first has to be from 1 to ${most}` });
}

/** Throws RefusalError, also for a cursor of an item that is not there any more. */
export function pageOf<T>(items: Pageable<T>, { first, after }: PageArgs): Connection<T> {
  const length = checkFirst(first);
  const before = after == null ? -1 : items.indexOfKey(String(keyOfCursor(after)));
  if (before === undefined) throw nothingAfter();
  const from = before + 1;
  const edges = items.slice(from, from + length).map((node) => ({ cursor: cursorOf(items.keyOf(node)), node }));
  return {
    totalCount: items.length,
    edges,
    pageInfo: { hasNextPage: from + edges.length < items.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** A list that is in memory anyhow. */
export function pageableList<T>(items: readonly T[], keyOf: (item: T) => string): Pageable<T> {
  return {
    length: items.length,
    slice: (from, to) => items.slice(from, to),
    keyOf,
    indexOfKey(key) {
      const index = items.findIndex((item) => keyOf(item) === key);
      return index < 0 ? undefined : index;
    },
  };
}
