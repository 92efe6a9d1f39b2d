// Arrows as bytes, one each: 0 is M, 1 to 12 the value, 88 (the letter) X, 255 a blank box.
import { type ArrowValue, isArrowValue } from '../domain/arrow-value.ts';
import type { ArrowSlot, End } from '../domain/card/scorecard.ts';
import { MalformedError } from './malformed.ts';

const blank = 255;
const x = 88;

function slotToByte(slot: ArrowSlot): number {
  if (slot === null) return blank;
  if (slot === 'X') return x;
  return slot === 'M' ? 0 : Number(slot);
}

function byteToSlot(byte: number): ArrowSlot {
  if (byte === blank) return null;
  if (byte === x) return 'X';
  if (byte === 0) return 'M';
  const value = String(byte);
  if (!isArrowValue(value)) throw new MalformedError(`${byte} stands for no arrow value`);
  return value;
}

export function endToBytes(end: End): Uint8Array {
  const bytes = new Uint8Array(end.length);
  for (const [index, slot] of end.entries()) bytes[index] = slotToByte(slot);
  return bytes;
}

export function bytesToEnd(bytes: Uint8Array): End {
  return Array.from(bytes, byteToSlot);
}

/** The same where every box must hold an arrow. */
export function bytesToArrows(bytes: Uint8Array): readonly ArrowValue[] {
  const arrows: ArrowValue[] = [];
  for (const byte of bytes) {
    const slot = byteToSlot(byte);
    if (slot === null) throw new MalformedError('a blank box among arrows that are scored');
    arrows.push(slot);
  }
  return arrows;
}
