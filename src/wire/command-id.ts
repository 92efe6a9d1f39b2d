// Command ids: 16 bytes on the wire, 32 lower-case hex digits elsewhere. Made on the device, before the command is first kept.
import { MalformedError } from './malformed.ts';

const byteLength = 16;
const pattern = /^[0-9a-f]{32}$/;
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function isCommandId(text: string): boolean {
  return pattern.test(text);
}

export function commandIdToBytes(id: string): Uint8Array {
  if (!isCommandId(id)) throw new MalformedError('a command id is 32 hex digits');
  return Uint8Array.from({ length: byteLength }, (_, index) => Number.parseInt(id.slice(index * 2, index * 2 + 2), 16));
}

export function bytesToCommandId(bytes: Uint8Array): string {
  if (bytes.length !== byteLength) throw new MalformedError(`a command id is ${byteLength} bytes, not ${bytes.length}`);
  // Joined, not added up: ids are kept for ever, and V8 would keep each addition (389 bytes an id instead of 85).
  return Array.from(bytes, (byte) => hexOfByte[byte]).join('');
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
