// Where arrows struck as bytes, four each: x and y as signed 16-bit integers, low byte first. The lowest two stand for an arrow that was
// not plotted.
import type { Hit } from '../domain/card/card-notes.ts';
import { MalformedError } from './malformed.ts';

const notPlotted = -32_768;
const farthest = 32_767;
const bytesEach = 4;

function inRange(thousandths: number): number {
  return Math.max(-farthest, Math.min(farthest, Math.round(thousandths)));
}

export function hitsToBytes(hits: readonly Hit[]): Uint8Array {
  const bytes = new Uint8Array(hits.length * bytesEach);
  const view = new DataView(bytes.buffer);
  for (const [index, hit] of hits.entries()) {
    view.setInt16(index * bytesEach, hit ? inRange(hit.x) : notPlotted, true);
    view.setInt16(index * bytesEach + 2, hit ? inRange(hit.y) : notPlotted, true);
  }
  return bytes;
}

/** Throws MalformedError. */
export function bytesToHits(bytes: Uint8Array): readonly Hit[] {
  if (bytes.length % bytesEach !== 0) throw new MalformedError(`${bytes.length} bytes of hits`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / bytesEach }, (_, index) => {
    const [x, y] = [view.getInt16(index * bytesEach, true), view.getInt16(index * bytesEach + 2, true)];
    if (x === notPlotted && y === notPlotted) return null;
    if (x === notPlotted || y === notPlotted) throw new MalformedError('half a hit');
    return { x, y };
  });
}
