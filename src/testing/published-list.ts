// Published rankings of real competitions (shared data), and what a leaderboard makes of the same results. Nothing in here knows a
// tie-break: it only says which pairs stand the other way round, and which share a place.
import assert from 'node:assert/strict';
import type { PublishedScore } from './ends-for-score.ts';
import { type Row, readRows } from './shared-data.ts';

export interface PublishedRow extends PublishedScore {
  /** Made up, and unique in its list: the files have no names. */
  readonly name: string;
  readonly place: number;
}

export interface PublishedList {
  readonly title: string;
  /** In the published order. */
  readonly rows: readonly PublishedRow[];
}

function publishedRow(row: Row, name: string): PublishedRow {
  const common = { name, place: Number(row.pos), total: Number(row.total) };
  return row.xs === undefined
    ? { ...common, tens: Number(row.tens), nines: Number(row.nines) }
    : { ...common, tens: Number(row.tens_incl_x), xs: Number(row.xs) };
}

/** The lists of a file by the column that tells them apart. */
export function readPublishedLists(file: string, column: string): ReadonlyMap<string, PublishedList> {
  const groups = Map.groupBy(readRows(file), (row) => row[column] ?? '');
  return new Map(
    [...groups].map(([title, rows]) => [
      title,
      { title, rows: rows.map((row, index) => publishedRow(row, `Archer ${title} ${index + 1}`)) },
    ]),
  );
}

export function isSameScore(a: PublishedScore, b: PublishedScore): boolean {
  return a.total === b.total && a.tens === b.tens && a.xs === b.xs && a.nines === b.nines;
}

export interface Comparison {
  /** `32/33`: published places of two archers, neighbours or not, who stand the other way round on the leaderboard. */
  readonly swapped: readonly string[];
  /** Those who share a place there. */
  readonly shared: readonly string[];
}

export function comparePlaces({ rows }: PublishedList, rankByName: ReadonlyMap<string, number>): Comparison {
  const swapped: string[] = [];
  const shared: string[] = [];
  for (const [index, upper] of rows.entries()) {
    for (const lower of rows.slice(index + 1)) {
      const [above, below] = [rankByName.get(upper.name), rankByName.get(lower.name)];
      assert.ok(above !== undefined && below !== undefined, `${upper.name}, ${lower.name}`);
      const places = `${upper.place}/${lower.place}`;
      if (above === below) shared.push(places);
      else if (above > below) swapped.push(places);
    }
  }
  return { swapped, shared };
}
