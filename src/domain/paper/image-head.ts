// What a picture says of itself in its first bytes: PNG or JPEG, and how large. Enough to refuse what is no picture, or one that would fill
// the memory of whoever draws it.

export interface ImageHead {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Undefined for what is neither. */
export function imageHeadOf(bytes: Uint8Array): ImageHead | undefined {
  if (pngStart.every((byte, index) => bytes[index] === byte)) return pngHead(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHead(bytes) : undefined;
}

const wordAt = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

/** The first chunk is the head: its length, `IHDR`, then width and height of four bytes each. */
function pngHead(bytes: Uint8Array): ImageHead | undefined {
  const name = String.fromCharCode(...bytes.subarray(12, 16));
  if (name !== 'IHDR' || bytes.length < 33) return undefined;
  const longAt = (at: number) => wordAt(bytes, at) * 65_536 + wordAt(bytes, at + 2);
  return { kind: 'png', width: longAt(16), height: longAt(20) };
}

/** Segments until the frame's head (SOF0 to SOF15 but DHT, JPG and DAC): its precision, then height and width. */
function jpegHead(bytes: Uint8Array): ImageHead | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { kind: 'jpeg', height: wordAt(bytes, at + 5), width: wordAt(bytes, at + 7) };
    at += 2 + wordAt(bytes, at + 2);
  }
  return undefined;
}
