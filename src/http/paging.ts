// Pages of long lists. A cursor is the key of the last row that was sent, so that it stays good while rows are added before and after it;
// for who asks it is opaque.
import { Type } from 'typebox';
import { RefusalError } from './errors.ts';

const usualLimit = 100;
const highestLimit = 1_000;

/** For a route's querystring. */
export const pageQuery = {
  limit: Type.Optional(
    Type.String({ pattern: '^[1-9][0-9]{0,3}$', description: `Rows of a page, at most ${highestLimit}` }),
  ),
  after: Type.Optional(Type.String({ maxLength: 400, description: '`next` of the page before' })),
};

export interface PageQuery {
  readonly limit?: string;
  readonly after?: string;
}

export type Key = readonly (string | number)[];

export interface PageAsked {
  readonly limit: number;
  /** The last row of the page before; undefined for the first page. */
  readonly after: Key | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function isKey(value: unknown): value is Key {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
}

/** Undefined for what is no cursor of ours, or has not `parts` parts. */
export function decodeCursor(text: string, parts: number): Key | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isKey(key) && key.length === parts && encodeCursor(key) === text ? key : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Throws RefusalError. `parts`: how many parts the keys of this list have. */
export function readPageQuery({ limit, after }: PageQuery, parts: number): PageAsked {
  const rows = limit === undefined ? usualLimit : Math.min(Number(limit), highestLimit);
  if (after === undefined) return { limit: rows, after: undefined };
  const key = decodeCursor(after, parts);
  if (!key) throw new RefusalError('badRequest', { why: 'after is not a cursor that this list gave' });
  return { limit: rows, after: key };
}

/** Of rows that come in the order of their keys, those after `from`: at most `limit` are taken, and one more is looked at. */
export function takePage<Row>(rows: Iterable<Row>, limit: number, keyOf: (row: Row) => Key): Page<Row> {
  const taken: Row[] = [];
  for (const row of rows) {
    const last = taken.at(-1);
    if (taken.length === limit && last !== undefined) return { rows: taken, next: encodeCursor(keyOf(last)) };
    taken.push(row);
  }
  return { rows: taken, next: null };
}

export function rowIsGone(): RefusalError {
  return new RefusalError('badRequest', { why: 'the row that after names is not in this list any more' });
}

function sameKey(a: Key, b: Key): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Of a list that is in memory whole, the rows after the one that the cursor names, wherever it stands now. Throws RefusalError. */
export function pageAfter<Row>(rows: readonly Row[], { limit, after }: PageAsked, keyOf: (row: Row) => Key): Page<Row> {
  const before = after === undefined ? -1 : rows.findIndex((row) => sameKey(keyOf(row), after));
  if (after !== undefined && before === -1) throw rowIsGone();
  return takePage(rows.slice(before + 1, before + limit + 2), limit, keyOf);
}
