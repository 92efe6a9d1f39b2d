// Whether all of a picture is there, so that it can be drawn: pdfkit takes a PNG's lines as they come, and a broken one would cost the whole
// document. Of a JPEG the head is enough: it goes into the PDF as it is, and a reader of PDFs copes with what is missing.
import { inflateSync } from 'node:zlib';
import { imageHeadOf } from '../domain/paper/image-head.ts';

/** By colour type: samples of a pixel. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** pdfkit draws no PNG of 16 bits with transparency, nor an interlaced one; those count as damaged. */
export function isWholePicture(bytes: Uint8Array): boolean {
  const head = imageHeadOf(bytes);
  if (!head) return false;
  if (head.kind === 'jpeg') return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  const [bits = 0, colour = 0, , filter, interlace] = bytes.subarray(24, 29);
  const perPixel = samples[colour];
  if (perPixel === undefined || bits > 8 || filter !== 0 || interlace !== 0) return false;
  const line = 1 + Math.ceil((head.width * perPixel * bits) / 8);
  const data = linesOf(bytes, line * head.height);
  if (data?.length !== line * head.height || (colour === 3 && !hasChunk(bytes, 'PLTE'))) return false;
  return Array.from({ length: head.height }, (_, row) => data[row * line] ?? 5).every((kind) => kind <= 4);
}

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return;
    yield { name, data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function hasChunk(bytes: Uint8Array, name: string): boolean {
  return [...chunksOf(bytes)].some((chunk) => chunk.name === name);
}

/** Undefined where they cannot be unpacked, or are more than the head says. */
function linesOf(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const chunks = [...chunksOf(bytes)];
  if (chunks.at(-1)?.name !== 'IEND') return undefined;
  const packed = Buffer.concat(chunks.flatMap(({ name, data }) => (name === 'IDAT' ? [data] : [])));
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    // What zlib says of bytes that are none of its own; anything else is ours.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
