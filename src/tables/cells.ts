// Cells that several sheets have.
import type { ArrowSlot } from '../domain/card/scorecard.ts';
import type { Cell } from './sheet.ts';

/** Numbers to count with, `X` and `M` as they are. */
export function arrowCell(arrow: ArrowSlot): Cell {
  return arrow !== null && /^\d+$/.test(arrow) ? Number(arrow) : arrow;
}

/** By the appliance's clock, as spreadsheets sort it; without a zone, so its heading says UTC. */
export function timeCell(at: number): Cell {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

export function mostOf<T>(all: Iterable<T>, sizeOf: (each: T) => number): number {
  let most = 0;
  for (const each of all) most = Math.max(most, sizeOf(each));
  return most;
}
