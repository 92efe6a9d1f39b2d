// What a thread of tables is asked, and what it says: a file's rows, or a file piece by piece.
import type { CompetitionDocument } from '../domain/document/document.ts';
import type { KnownCompetition } from '../publish/competition-files.ts';
import type { FileProblem } from '../wire/api-import.ts';
import type { TableFormat, TableLanguage, TableName } from '../wire/tables.ts';
import type { ReadSheet } from './read-xlsx.ts';

export interface ReadOrder {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
  /** By name; undefined: the first that can be seen. */
  readonly sheet: string | undefined;
}

export interface WriteOrder {
  readonly kind: 'write';
  readonly content: CompetitionDocument;
  /** Several: a workbook with a sheet each, or a zip of CSV files. */
  readonly tables: readonly TableName[];
  readonly format: TableFormat;
  readonly language: TableLanguage;
}

/** Results as pages, as they are published, in a zip. */
export interface SiteOrder {
  readonly kind: 'site';
  readonly known: KnownCompetition;
  readonly language: TableLanguage;
}

/** What comes out as a file. */
export type FileOrder = WriteOrder | SiteOrder;
export type TablesOrder = ReadOrder | FileOrder;

export type TablesMessage =
  | { readonly kind: 'read'; readonly sheet: ReadSheet }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'written' };
