// Every kind of input, and which share of all cases it gets: what is cheap to try and open to anybody gets most.
import { backupKind, interchangeKind, listKind } from './file-kinds.ts';
import { commandKind, recordKind, serverFrameKind, sessionKind } from './frame-kinds.ts';
import { graphqlKind, requestKind } from './http-kinds.ts';
import type { FuzzKind } from './run-fuzz.ts';
import { socketKind } from './socket-kind.ts';
import { workbookKind, workbookPartKind } from './workbook-kinds.ts';

export interface Share {
  readonly open: () => FuzzKind | Promise<FuzzKind>;
  /** Of a million. */
  readonly cases: number;
}

export const shares: readonly Share[] = [
  { open: sessionKind, cases: 430_000 },
  { open: commandKind, cases: 200_000 },
  { open: serverFrameKind, cases: 100_000 },
  { open: recordKind, cases: 100_000 },
  { open: socketKind, cases: 10_000 },
  { open: listKind, cases: 60_000 },
  { open: workbookKind, cases: 8_000 },
  { open: workbookPartKind, cases: 12_000 },
  { open: interchangeKind, cases: 20_000 },
  { open: requestKind, cases: 40_000 },
  { open: graphqlKind, cases: 17_000 },
  { open: backupKind, cases: 3_000 },
];
