// The HTTP contract: TypeBox schemas, which are JSON Schema for Fastify and OpenAPI, and types for the pages (`import type` only, so
// that no validator reaches a tablet). Paths are listed beside each shape.
import { type Static, Type } from 'typebox';
import { DisciplineSchema, RoundSchema, TieBreakSchema } from './api-catalogue.ts';
import { EndSchema, listOf, nullable, PositionSchema, StandingSchema, TieReasonSchema } from './api-common.ts';

export const CategorySchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  roundId: Type.String(),
  entries: Type.Integer({ description: 'Athletes registered in it' }),
});

/** GET /api/competitions/:id/categories (array), GET and PUT /api/competitions/:id/categories/:category */
export type CategoryView = Static<typeof CategorySchema>;

export const CompetitionSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  venue: Type.String(),
  from: Type.String({ description: 'yyyy-mm-dd' }),
  to: Type.String({ description: 'yyyy-mm-dd' }),
  discipline: DisciplineSchema,
  ruleSetId: Type.String(),
  entryCount: Type.Integer(),
  categories: Type.Array(CategorySchema),
});
/** GET /api/competitions (array), GET /api/competitions/:id, answer of POST /api/competitions */
export type CompetitionView = Static<typeof CompetitionSchema>;

/** POST /api/competitions (organiser) */
export const NewCompetitionSchema = Type.Object({
  name: Type.String({ maxLength: 200 }),
  venue: Type.String({ maxLength: 200 }),
  from: Type.String(),
  to: Type.String(),
  discipline: DisciplineSchema,
  ruleSetId: Type.String(),
});
export type NewCompetition = Static<typeof NewCompetitionSchema>;

/** GET /api/bootstrap: the first thing that every page asks. */
export const BootstrapSchema = Type.Object({
  version: Type.String(),
  realtimePort: Type.Integer({ description: 'WebSocket port on the same host; paths /scoring and /board' }),
  passwordSet: Type.Boolean({
    description: 'False until the organiser has logged in with the one-time code and set a password',
  }),
  addresses: Type.Array(Type.String(), { description: 'http origins of this appliance on the LAN, best first' }),
  demo: Type.Boolean(),
});
export type Bootstrap = Static<typeof BootstrapSchema>;

/** POST /api/session: the one-time code, or the password. Sets the cookie `tenring`. */
export const LoginSchema = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 64 })),
  password: Type.Optional(Type.String({ maxLength: 200 })),
});
export type Login = Static<typeof LoginSchema>;

/** GET /api/session, answer of POST /api/session; DELETE /api/session logs out. */
export const SessionSchema = Type.Object({
  role: Type.Union([Type.Literal('organiser'), Type.Literal('viewer')]),
  passwordSet: Type.Boolean(),
});
export type Session = Static<typeof SessionSchema>;

/** PUT /api/password (organiser): the first password needs a session by one-time code, a later one the present password. */
export const NewPasswordSchema = Type.Object({
  password: Type.String({ maxLength: 200 }),
  current: Type.Optional(Type.String({ maxLength: 200 })),
});
export type NewPassword = Static<typeof NewPasswordSchema>;

export const EntrySchema = Type.Object({
  number: Type.Integer(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  target: nullable(Type.String({ description: '`12A`' })),
  country: Type.Optional(Type.String()),
  also: Type.Optional(listOf(Type.String())),
});
/** GET /api/competitions/:id/entries (array, without `limit`) and /entries/:number. The year of birth is in the export only. */
export type EntryView = Static<typeof EntrySchema>;

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
  ]),
  details: Type.Record(Type.String(), Type.String()),
});

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

export const DeviceSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  butt: Type.Integer(),
  online: Type.Boolean(),
  revoked: Type.Boolean(),
});
/** DELETE /api/competitions/:id/devices/:device (organiser) revokes one. */
export type DeviceView = Static<typeof DeviceSchema>;

/** GET /api/competitions/:id/targets (organiser) */
export const TargetSchema = Type.Object({
  butt: Type.Integer(),
  archers: Type.Array(
    Type.Object({
      entry: Type.Integer(),
      letter: Type.String(),
      name: Type.String(),
      club: Type.String(),
      category: Type.String(),
    }),
  ),
  devices: Type.Array(DeviceSchema),
  joinPath: Type.String({
    description: 'Path and fragment of the tablet page that joins this target; put an origin before it for the QR code',
  }),
});
export type TargetView = Static<typeof TargetSchema>;

/** POST /api/competitions/:id/targets/:butt/join-code (organiser): a short code to type, valid for a while. */
export const JoinCodeSchema = Type.Object({ code: Type.String(), expiresInSeconds: Type.Integer() });
export type JoinCodeView = Static<typeof JoinCodeSchema>;

/** POST /api/join: by the QR code's key, or by the short code. `device` and `token` when this tablet was paired before. */
export const JoinSchema = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 16 })),
  key: Type.Optional(
    Type.Object({
      competition: Type.String({ maxLength: 64 }),
      butt: Type.Integer(),
      key: Type.String({ maxLength: 64 }),
    }),
  ),
  label: Type.String({ maxLength: 80 }),
  device: Type.Optional(Type.String({ maxLength: 64 })),
  token: Type.Optional(Type.String({ maxLength: 128 })),
});
export type Join = Static<typeof JoinSchema>;

export const JoinedSchema = Type.Object({
  competition: Type.String(),
  competitionName: Type.String(),
  butt: Type.Integer(),
  device: Type.String(),
  token: Type.String(),
});
export type Joined = Static<typeof JoinedSchema>;

/** GET /api/competitions/:id/leaderboards/:category; ETag is the journal's position. */
export const LeaderboardSchema = Type.Object({
  head: Type.Object({
    competitionName: Type.String(),
    category: Type.String(),
    categoryName: Type.String(),
    roundName: Type.String(),
    roundId: Type.String(),
    tieBreak: TieBreakSchema,
    arrows: Type.Integer({ description: 'Of the whole round' }),
    ownRound: Type.Optional(RoundSchema),
    ties: Type.Optional(
      listOf(
        Type.Object({
          reason: TieReasonSchema,
          order: listOf(Type.Integer({ description: 'Entry' })),
          levels: Type.Optional(listOf(Type.Integer({ description: 'How many are level still, along the order' }))),
        }),
      ),
    ),
    cut: Type.Optional(Type.Integer({ description: 'How many go on to the elimination' })),
    dnfLosesRank: Type.Optional(Type.Literal(true, { description: 'Whoever retired is without a rank' })),
  }),
  position: PositionSchema,
  rows: listOf(
    Type.Object({
      rank: Type.Integer({ description: 'Shared by full ties; 0 for those without a rank' }),
      entry: Type.Integer(),
      name: Type.String(),
      club: Type.String(),
      target: Type.String(),
      total: Type.Integer(),
      counts: listOf(Type.Integer()),
      arrows: Type.Integer(),
      end: Type.Integer(),
      endArrows: EndSchema,
      standing: Type.Optional(StandingSchema),
      decidedBy: Type.Optional(TieReasonSchema),
    }),
  ),
});
export type Leaderboard = Static<typeof LeaderboardSchema>;
