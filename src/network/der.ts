// Writing DER (ITU-T X.690), as much as certificates need: definite lengths, a handful of types. Nothing here reads DER: that is left to Node.

export type Bytes = Uint8Array;

function lengthOf(count: number): readonly number[] {
  if (count < 0x80) return [count];
  const digits: number[] = [];
  for (let rest = count; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return [0x80 + digits.length, ...digits];
}

export function tagged(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

export const sequence = (...parts: readonly Bytes[]) => tagged(0x30, ...parts);
export const set = (...parts: readonly Bytes[]) => tagged(0x31, ...parts);
export const octets = (content: Bytes) => tagged(0x04, content);
export const utf8 = (text: string) => tagged(0x0c, Buffer.from(text, 'utf8'));
export const yes = tagged(0x01, Buffer.from([0xff]));

/** `[number]`, constructed, around whole values. */
export const explicit = (number: number, ...parts: readonly Bytes[]) => tagged(0xa0 + number, ...parts);
/** `[number]` instead of the type's own tag, over plain content. */
export const implicit = (number: number, content: Bytes) => tagged(0x80 + number, content);

/** Of a number that is not negative, most significant byte first. */
export function integer(magnitude: Bytes): Bytes {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start += 1;
  const digits = magnitude.subarray(start);
  const isNegativeLooking = ((digits[0] ?? 0) & 0x80) !== 0;
  return tagged(0x02, isNegativeLooking ? Buffer.from([0]) : Buffer.alloc(0), digits);
}

/** `unused` bits at the end do not count. */
export const bits = (content: Bytes, unused = 0) => tagged(0x03, Buffer.from([unused]), content);

export function objectId(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}

/** To the second. Years from 2050 on are written with four digits (RFC 5280, 4.1.2.5). */
export function time(atMs: number): Bytes {
  const at = new Date(atMs);
  const digits = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '');
  return at.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}
