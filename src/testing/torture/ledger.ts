// What the tablets have typed and what they were told, line by line in a file that outlives them: their outbox, and the evidence against
// the appliance.
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import type { ArrowValue } from '../../domain/arrow-value.ts';

export interface Typed {
  readonly kind: 'typed';
  readonly competition: string;
  readonly commandId: string;
  readonly entry: number;
  readonly end: number;
  readonly first: number;
  readonly arrow: ArrowValue;
}

export type LedgerLine =
  | Typed
  | { readonly kind: 'saved'; readonly competition: string; readonly commandId: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly competition: string; readonly commandId: string; readonly code: string };

/** With a single write each, so that a tablet that is killed leaves whole lines. */
export function writeLine(file: string, line: LedgerLine): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** A competition's lines, in order. */
export function readLedger(file: string, competition: string): readonly LedgerLine[] {
  if (!existsSync(file)) return [];
  const lines: LedgerLine[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (!text.includes(competition)) continue;
    const line: LedgerLine = JSON.parse(text);
    if (line.competition === competition) lines.push(line);
  }
  return lines;
}

export function ledgerBytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Acks that were written down after the first `fromByte` bytes. */
export function countAcks(file: string, fromByte: number): number {
  if (ledgerBytes(file) <= fromByte) return 0;
  return readFileSync(file).subarray(fromByte).toString().split('"kind":"saved"').length - 1;
}
