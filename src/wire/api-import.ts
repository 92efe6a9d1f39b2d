// Entries from a file: what importing it would do, line by line.
import { type Static, Type } from 'typebox';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { nullable } from './api-common.ts';
import { importFields } from './import-fields.ts';

/** What is wrong with a line, by code; `details` carries what the sentence needs. */
export const ImportProblemSchema = Type.Object({
  code: Type.Union([
    Type.Literal('nameMissing'),
    Type.Literal('categoryMissing'),
    Type.Literal('unknownCategory'),
    Type.Literal('badTarget'),
    Type.Literal('badBirth'),
    Type.Literal('bornInWrong'),
    Type.Literal('countryWrong'),
    Type.Literal('licenceWrong'),
    Type.Literal('otherRound'),
    Type.Literal('targetTaken'),
    Type.Literal('duplicateEntry'),
    Type.Literal('tooManyColumns'),
    Type.Literal('unreadableText'),
    Type.Literal('tooLong'),
    Type.Literal('badNeeds'),
    Type.Literal('cellError'),
    Type.Literal('cardIsWritten'),
    Type.Literal('roundIsShot'),
    Type.Literal('entryInDraw'),
  ]),
  details: Type.Record(Type.String(), Type.String()),
  column: Type.Optional(Type.String({ description: 'Heading of the column, where it lies in one' })),
});
export type ImportProblem = Static<typeof ImportProblemSchema>;

/** What a line comes to. `left`: it is left out, as was wanted. */
export const importOutcomes = ['new', 'changed', 'same', 'left'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const ImportChangeSchema = Type.Object({
  field: Type.Enum(['name', 'club', 'category', 'target', 'country', 'bornIn', 'also', 'licence', 'needs']),
  was: Type.String(),
  now: Type.String(),
});
export type ImportChange = Static<typeof ImportChangeSchema>;

export const ImportRowSchema = Type.Object({
  line: Type.Integer({ description: 'Line in the file, from 1, header included' }),
  outcome: Type.Enum([...importOutcomes]),
  entry: nullable(Type.Integer({ description: 'Number of the entry that it changes, or is' })),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: Type.String({ description: '`12A`; empty when none is given and none is assigned' }),
  country: Type.Optional(Type.String()),
  bornIn: Type.Optional(Type.Integer({ description: 'Year of birth' })),
  also: Type.Optional(Type.Array(Type.String(), { description: 'Codes of further categories of the same round' })),
  licence: Type.Optional(Type.String({ description: 'Number of the membership' })),
  needs: Type.Optional(Type.Array(Type.Enum([...archerNeeds]))),
  changes: Type.Array(ImportChangeSchema, { description: 'What is another of the entry afterwards' }),
  problems: Type.Array(ImportProblemSchema),
});
export type ImportRow = Static<typeof ImportRowSchema>;

/** An entry of which the file has nothing. */
export const ImportGoneSchema = Type.Object({
  entry: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  isHeld: Type.Boolean({ description: 'Its card is written or it is in a draw: it cannot be withdrawn' }),
});

/** What is wrong with the file as a whole: nothing can be previewed. */
export const ImportFileProblemSchema = Type.Object({
  code: Type.Union([
    Type.Literal('emptyFile'),
    Type.Literal('noHeader'),
    Type.Literal('missingColumns'),
    Type.Literal('notText'),
    Type.Literal('unclosedQuote'),
    Type.Literal('tooManyRows'),
    Type.Literal('oldExcel'),
    Type.Literal('notExcel'),
    Type.Literal('hasMacros'),
    Type.Literal('encryptedFile'),
    Type.Literal('brokenFile'),
    Type.Literal('unpacksTooLarge'),
  ]),
  details: Type.Record(Type.String(), Type.String()),
});
export type FileProblem = Static<typeof ImportFileProblemSchema>;

/** What a column means. Division, age class and gender together make the category where there is no column for it. */
export const ImportFieldSchema = Type.Enum([...importFields]);

/**
 * POST /api/competitions/:id/entries/preview (organiser; body: the file's bytes, CSV or XLSX) and, with the same body and query,
 * POST /api/competitions/:id/entries/import, which imports what the preview says or, when any line has a problem, nothing (422).
 */
export const ImportPreviewSchema = Type.Object({
  /** Of text; null for a workbook. */
  encoding: nullable(Type.Enum(['utf-8', 'utf-16le', 'windows-1252'])),
  delimiter: nullable(Type.Enum([',', ';', '\t'])),
  /** Of a workbook: its sheets, and which of them is meant. */
  sheets: Type.Array(Type.String()),
  sheet: nullable(Type.String()),
  columns: Type.Array(
    Type.Object({
      header: Type.String(),
      field: nullable(ImportFieldSchema),
      samples: Type.Array(Type.String(), { description: 'What stands there, of the first lines' }),
    }),
  ),
  fileProblem: nullable(ImportFileProblemSchema),
  newCategories: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), roundId: Type.String() })),
  rows: Type.Array(ImportRowSchema),
  gone: Type.Array(ImportGoneSchema, { description: 'Entries that the file does not have' }),
  good: Type.Integer({ description: 'Rows without a problem' }),
  bad: Type.Integer({ description: 'Rows with a problem' }),
  plan: Type.String({ description: 'Of exactly this: importing with it is refused once anything has changed' }),
});
export type ImportPreview = Static<typeof ImportPreviewSchema>;

/** Line numbers or entry numbers: `3,7,20-40`. */
const NumbersSchema = Type.String({ maxLength: 6_000, pattern: '^([1-9][0-9]{0,6}(-[1-9][0-9]{0,6})?(,|$))*$' });

export const ImportQuerySchema = Type.Object({
  assignTargets: Type.Optional(Type.Enum(['true', 'false'], { description: 'A place for everybody without one' })),
  sheet: Type.Optional(Type.String({ maxLength: 100 })),
  columns: Type.Optional(
    Type.String({
      maxLength: 3_000,
      pattern: '^[A-Za-z]*(,[A-Za-z]*)*$',
      description: 'What the columns mean, in their order: `name,club,,category`; by their headings by default',
    }),
  ),
  leave: Type.Optional(NumbersSchema),
  asNew: Type.Optional(NumbersSchema),
  withdraw: Type.Optional(NumbersSchema),
  reason: Type.Optional(Type.String({ maxLength: 200, description: 'Of the withdrawals' })),
  plan: Type.Optional(Type.String({ maxLength: 64, description: 'Of the preview that is meant' })),
});
export type ImportQuery = Static<typeof ImportQuerySchema>;

export const ImportedSchema = Type.Object({ imported: Type.Integer(), categories: Type.Integer() });
export type Imported = Static<typeof ImportedSchema>;

export const ListImportedSchema = Type.Object({
  imported: Type.Integer({ description: 'New entries' }),
  categories: Type.Integer({ description: 'New categories' }),
  changed: Type.Integer(),
  withdrawn: Type.Integer(),
});
export type ListImported = Static<typeof ListImportedSchema>;
