// Typing one end: taps fill the free boxes from the left, undo empties them from the right, and a box may be chosen to be typed again.
// Boxes that are already on the card are not touched here: those are corrections.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import { plottedIn } from '../../src/domain/card/hits.ts';
import type { ArrowSlot, End } from '../../src/domain/card/scorecard.ts';
import type { ScoreArrows } from '../../src/domain/commands.ts';

export interface EndEntry {
  /** Boxes that cannot be typed in: arrows that are on the card. */
  readonly fixed: readonly boolean[];
  readonly slots: readonly ArrowSlot[];
  /** By box, where an arrow typed here was plotted on the face; null where only its value is known. */
  readonly hits: readonly Hit[];
  /** The box that the next tap fills; undefined when all are full and none is chosen. */
  readonly cursor: number | undefined;
}

function firstFree(slots: readonly ArrowSlot[], fixed: readonly boolean[]): number | undefined {
  const box = slots.findIndex((slot, index) => slot === null && !fixed[index]);
  return box < 0 ? undefined : box;
}

/** `draft` and `draftHits` are what was typed before a reload. */
export function beginEnd(
  now: End,
  draft: readonly ArrowSlot[] | undefined,
  draftHits: readonly Hit[] | undefined = [],
): EndEntry {
  const fixed = now.map((slot) => slot !== null);
  const slots = now.map((slot, box) => slot ?? draft?.[box] ?? null);
  const hits = now.map((_, box) => (fixed[box] || slots[box] === null ? null : (draftHits[box] ?? null)));
  return { fixed, slots, hits, cursor: firstFree(slots, fixed) };
}

export function beginCorrection(now: End, draft: readonly ArrowSlot[] | undefined): EndEntry {
  const slots = draft && draft.length === now.length ? draft : now;
  return { fixed: now.map(() => false), slots, hits: now.map(() => null), cursor: undefined };
}

function replaced<T>(list: readonly T[], box: number, value: T): readonly T[] {
  return list.map((each, index) => (index === box ? value : each));
}

/** Without a hit the arrow stays where it was plotted: its value alone is put right. A miss is nowhere on the face. */
export function typeArrow(entry: EndEntry, value: ArrowValue, hit?: Hit): EndEntry {
  const { fixed, cursor } = entry;
  if (cursor === undefined || fixed[cursor]) return entry;
  const kept = value === 'M' ? null : (entry.hits[cursor] ?? null);
  const slots = replaced(entry.slots, cursor, value);
  const hits = replaced(entry.hits, cursor, hit === undefined ? kept : hit);
  return { fixed, slots, hits, cursor: firstFree(slots, fixed) };
}

/** Empties the chosen box, or else the last one that was typed. */
export function eraseArrow(entry: EndEntry): EndEntry {
  const { fixed, slots, cursor } = entry;
  const chosen = cursor !== undefined && slots[cursor] !== null ? cursor : lastTyped(entry);
  if (chosen === undefined || fixed[chosen]) return entry;
  return { fixed, slots: replaced(slots, chosen, null), hits: replaced(entry.hits, chosen, null), cursor: chosen };
}

function lastTyped({ fixed, slots }: EndEntry): number | undefined {
  for (let box = slots.length - 1; box >= 0; box -= 1) if (slots[box] !== null && !fixed[box]) return box;
  return undefined;
}

export function chooseBox(entry: EndEntry, box: number): EndEntry {
  if (entry.fixed[box] || box < 0 || box >= entry.slots.length) return entry;
  return { ...entry, cursor: box };
}

export function isFull({ slots }: EndEntry): boolean {
  return slots.every((slot) => slot !== null);
}

export function hasTyped({ slots, fixed }: EndEntry): boolean {
  return slots.some((slot, box) => slot !== null && !fixed[box]);
}

/** Boxes side by side that were blank on the card and are typed now. */
export interface TypedRun {
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
  /** Where any of them was plotted. */
  readonly hits?: readonly Hit[];
}

/** Nearly always one for the whole end. */
export function typedRuns({ slots, hits, fixed }: EndEntry): readonly TypedRun[] {
  const runs: TypedRun[] = [];
  let run: ArrowValue[] = [];
  const close = (box: number) => {
    const first = box - run.length;
    if (run.length > 0) runs.push({ first, arrows: run, ...plottedIn(hits.slice(first, box)) });
    run = [];
  };
  for (const [box, slot] of slots.entries()) {
    if (slot !== null && !fixed[box]) run.push(slot);
    else close(box);
  }
  close(slots.length);
  return runs;
}

/** One command for each run. */
export function commandsOfEnd(entry: EndEntry, archer: number, end: number): readonly ScoreArrows[] {
  return typedRuns(entry).map((run) => ({ kind: 'scoreArrows', entry: archer, end, ...run }));
}
