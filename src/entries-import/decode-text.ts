// Bytes of a file that a person saved from some spreadsheet → text. There is no reliable label: a byte order mark is believed, else
// UTF-8 is tried strictly, and what is not UTF-8 is Excel's windows-1252 (a superset of Latin-1; any bytes are valid in it).
import type { ImportPreview } from '../wire/api-import.ts';

export interface DecodedText {
  readonly encoding: ImportPreview['encoding'];
  readonly text: string;
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Undefined for what cannot be text: it holds zero bytes, as spreadsheets, pictures and PDF do. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) {
    const text = new TextDecoder('utf-16le').decode(bytes);
    return text.includes('\0') ? undefined : { encoding: 'utf-16le', text };
  }
  if (bytes.includes(0)) return undefined;
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Letters that no spreadsheet writes: the replacement character, and the control characters that windows-1252 leaves undefined. */
export function isUnreadable(text: string): boolean {
  return /[\u0080-\u009f\ufffd]/.test(text);
}
