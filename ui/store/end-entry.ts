// Typing one end: taps fill the free boxes from the left, undo empties them from the right, and a box may be chosen to be typed again.
// Boxes that are already on the card are not touched here: those are corrections.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { ArrowSlot, End } from '../../src/domain/card/scorecard.ts';
import type { ScoreArrows } from '../../src/domain/commands.ts';

export interface EndEntry {
  /** Boxes that cannot be typed in: arrows that are on the card. */
  readonly fixed: readonly boolean[];
  readonly slots: readonly ArrowSlot[];
  /** The box that the next tap fills; undefined when all are full and none is chosen. */
  readonly cursor: number | undefined;
}

function firstFree(slots: readonly ArrowSlot[], fixed: readonly boolean[]): number | undefined {
  const box = slots.findIndex((slot, index) => slot === null && !fixed[index]);
  return box < 0 ? undefined : box;
}

/** `draft` is what was typed before a reload. */
export function beginEnd(now: End, draft: readonly ArrowSlot[] | undefined): EndEntry {
  const fixed = now.map((slot) => slot !== null);
  const slots = now.map((slot, box) => slot ?? draft?.[box] ?? null);
  return { fixed, slots, cursor: firstFree(slots, fixed) };
}

export function beginCorrection(now: End, draft: readonly ArrowSlot[] | undefined): EndEntry {
  const slots = draft && draft.length === now.length ? draft : now;
  return { fixed: now.map(() => false), slots, cursor: undefined };
}

export function typeArrow(entry: EndEntry, value: ArrowValue): EndEntry {
  const { fixed, cursor } = entry;
  if (cursor === undefined || fixed[cursor]) return entry;
  const slots = entry.slots.slice();
  slots[cursor] = value;
  return { fixed, slots, cursor: firstFree(slots, fixed) };
}

/** Empties the chosen box, or else the last one that was typed. */
export function eraseArrow(entry: EndEntry): EndEntry {
  const { fixed, slots, cursor } = entry;
  const chosen = cursor !== undefined && slots[cursor] !== null ? cursor : lastTyped(entry);
  if (chosen === undefined || fixed[chosen]) return entry;
  const next = slots.slice();
  next[chosen] = null;
  return { fixed, slots: next, cursor: chosen };
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

/** One command for each run of boxes that was blank on the card: nearly always one for the whole end. */
export function commandsOfEnd(entry: EndEntry, archer: number, end: number): readonly ScoreArrows[] {
  const commands: ScoreArrows[] = [];
  let run: ArrowValue[] = [];
  const close = (box: number) => {
    if (run.length > 0)
      commands.push({ kind: 'scoreArrows', entry: archer, end, first: box - run.length, arrows: run });
    run = [];
  };
  for (const [box, slot] of entry.slots.entries()) {
    if (slot !== null && !entry.fixed[box]) run.push(slot);
    else close(box);
  }
  close(entry.slots.length);
  return commands;
}
