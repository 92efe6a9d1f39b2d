// The 1,335 real ends of school tablets (shared data, wdv_school_rounds) as cards.
import assert from 'node:assert/strict';
import { isArrowValue } from '../domain/arrow-value.ts';
import type { ArrowSlot, End } from '../domain/card/scorecard.ts';
import type { RealCard } from './replay.ts';
import { type Row, readRows } from './shared-data.ts';

export const wdvEndsFile = 'wdv_school_rounds/ends_anonymised.csv';

/** A row's three boxes as they stand in the file; an empty one is a blank. */
export function arrowsOfRow(row: Row): End {
  return [row.a1, row.a2, row.a3].map((text): ArrowSlot => {
    if (text === '' || text === undefined) return null;
    assert.ok(isArrowValue(text), text);
    return text;
  });
}

export function readWdvRows(): readonly Row[] {
  return readRows(wdvEndsFile);
}

/**
 * Cards by competition (round and day). That system let an archer go on with a box left blank; with us an end is finished first, so a blank
 * that is followed by another end is an arrow that was never shot: a miss. Sums are the same.
 */
export function readWdvCompetitions(): ReadonlyMap<string, readonly RealCard[]> {
  const rowsByCard = Map.groupBy(readWdvRows(), (row) => row.card_id ?? '');
  const competitions = new Map<string, RealCard[]>();
  for (const rows of rowsByCard.values()) {
    const inOrder = rows.toSorted((a, b) => Number(a.end) - Number(b.end));
    const [first] = inOrder;
    assert.ok(first);
    assert.deepEqual(
      inOrder.map((row) => Number(row.end)),
      inOrder.map((_, index) => index + 1),
    );
    const ends = inOrder.map((row, index) => {
      const arrows = arrowsOfRow(row);
      return index + 1 < inOrder.length ? arrows.map((arrow) => arrow ?? 'M') : arrows;
    });
    const key = `${first.round}-${first.date}`;
    const cards = competitions.get(key) ?? [];
    cards.push({ day: first.date ?? '', bale: first.bale ?? '', letter: first.letter ?? '', ends });
    competitions.set(key, cards);
  }
  return competitions;
}
