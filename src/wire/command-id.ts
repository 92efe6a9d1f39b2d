// Command ids: 16 bytes on the wire, 32 lower-case hex digits elsewhere. Made on the device, before the command is first kept.
import { MalformedError } from './malformed.ts';

const byteLength = 16;
const pattern = /^[0-9a-f]{32}$/;
const codeOfDigit = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

export function isCommandId(text: string): boolean {
  return pattern.test(text);
}

export function commandIdToBytes(id: string): Uint8Array {
  if (!isCommandId(id)) throw new MalformedError('a command id is 32 hex digits');
  const bytes = new Uint8Array(byteLength);
  for (let index = 0; index < byteLength; index += 1)
    bytes[index] = (valueOfDigit(id.charCodeAt(index * 2)) << 4) | valueOfDigit(id.charCodeAt(index * 2 + 1));
  return bytes;
}

function valueOfDigit(code: number): number {
  return code <= 57 ? code - 48 : code - 87;
}

export function bytesToCommandId(bytes: Uint8Array): string {
  if (bytes.length !== byteLength) throw new MalformedError(`a command id is ${byteLength} bytes, not ${bytes.length}`);
  // Made in one piece: ids are kept for ever, and V8 would keep each addition of strings (389 bytes an id instead of 85). By codes, since
  // each end's id is written and read six times on its way: 0.2 us, where joining 16 strings took 1.3.
  const codes: number[] = [];
  for (const byte of bytes) codes.push(codeOfDigit[byte >> 4] ?? 0, codeOfDigit[byte & 15] ?? 0);
  return String.fromCharCode(...codes);
}

/**
 * A UUIDv7 (RFC 9562, 5.7) without dashes. Needs only `crypto.getRandomValues`, which a page on plain http has too
 * (FACTS 0.5), and `nowMs` may be wrong by years: only the random part makes the id unique.
 */
export function createCommandId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(byteLength));
  let rest = Math.max(0, Math.floor(nowMs));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToCommandId(bytes);
}
