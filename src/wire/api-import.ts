// Entries from a file: what importing it would do, line by line.
import { type Static, Type } from 'typebox';
import { nullable } from './api-common.ts';

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
  ]),
  details: Type.Record(Type.String(), Type.String()),
});
export type ImportProblem = Static<typeof ImportProblemSchema>;

export const ImportRowSchema = Type.Object({
  line: Type.Integer({ description: 'Line in the file, from 1, header included' }),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: Type.String({ description: '`12A`; empty when none is given and none is assigned' }),
  country: Type.Optional(Type.String()),
  bornIn: Type.Optional(Type.Integer({ description: 'Year of birth' })),
  also: Type.Optional(Type.Array(Type.String(), { description: 'Codes of further categories of the same round' })),
  problems: Type.Array(ImportProblemSchema),
});
export type ImportRow = Static<typeof ImportRowSchema>;

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
export const ImportFieldSchema = Type.Union([
  Type.Literal('name'),
  Type.Literal('givenName'),
  Type.Literal('familyName'),
  Type.Literal('club'),
  Type.Literal('category'),
  Type.Literal('division'),
  Type.Literal('ageClass'),
  Type.Literal('gender'),
  Type.Literal('target'),
  Type.Literal('butt'),
  Type.Literal('letter'),
  Type.Literal('country'),
  Type.Literal('bornIn'),
  Type.Literal('also'),
]);
export type ImportField = Static<typeof ImportFieldSchema>;

/**
 * POST /api/competitions/:id/entries/preview?assignTargets=true (organiser; body: the file's bytes, content type text/csv)
 * and, with the same body, POST /api/competitions/:id/entries/import, which imports all rows or, when any has a problem, none (422).
 */
export const ImportPreviewSchema = Type.Object({
  encoding: Type.Union([Type.Literal('utf-8'), Type.Literal('utf-16le'), Type.Literal('windows-1252')]),
  delimiter: Type.Union([Type.Literal(','), Type.Literal(';'), Type.Literal('\t')]),
  columns: Type.Array(
    Type.Object({
      header: Type.String(),
      field: nullable(ImportFieldSchema),
    }),
  ),
  fileProblem: nullable(ImportFileProblemSchema),
  newCategories: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), roundId: Type.String() })),
  rows: Type.Array(ImportRowSchema),
  good: Type.Integer({ description: 'Rows without a problem' }),
  bad: Type.Integer({ description: 'Rows with a problem' }),
});
export type ImportPreview = Static<typeof ImportPreviewSchema>;

export const ImportedSchema = Type.Object({ imported: Type.Integer(), categories: Type.Integer() });
export type Imported = Static<typeof ImportedSchema>;
