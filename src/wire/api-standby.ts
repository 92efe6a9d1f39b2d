// A standby and its primary (src/standby/README.md), and what the organiser sees of standbys.
import { type Static, Type } from 'typebox';

const Id = Type.String({ minLength: 1, maxLength: 64 });
const Port = Type.Integer({ minimum: 1, maximum: 65535 });
const Seq = Type.Integer({ minimum: 0 });
const Instant = (description: string) => Type.Integer({ description: `${description}; ms since 1970` });

/** POST /api/standbys/code (organiser) */
export const StandbyCodeSchema = Type.Object({
  code: Type.String({ description: 'Opens one place for a standby; its last 16 letters are never sent anywhere' }),
  expiresInSeconds: Type.Integer(),
});
export type StandbyCode = Static<typeof StandbyCodeSchema>;

/** POST /api/standbys */
export const StandbyRequestSchema = Type.Object({
  code: Type.String({ maxLength: 64, description: 'Its first 8 letters' }),
  name: Type.String({ minLength: 1, maxLength: 100, description: 'What the machine calls itself' }),
});
export type StandbyRequest = Static<typeof StandbyRequestSchema>;

export const StandbyPlaceSchema = Type.Object({
  id: Type.String(),
  version: Type.String(),
  sealed: Type.String({ description: 'SealedPlace, sealed with the letters of the code that were not sent' }),
});
export type StandbyPlace = Static<typeof StandbyPlaceSchema>;

/** Whoever can read it has the code; whoever made it too. */
export interface SealedPlace {
  /** The primary keeps a hash of it only. */
  readonly token: string;
  /** PEM of the authority that signs the primary's certificates; null without one. */
  readonly root: string | null;
}

export const HaveSchema = Type.Object({
  id: Id,
  seq: Seq,
  head: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Hash of the last record' }),
});
export type Have = Static<typeof HaveSchema>;

/** POST /api/standbys/sync (a standby's token) */
export const SyncRequestSchema = Type.Object({
  port: Port,
  realtimePort: Port,
  secureRealtimePort: Type.Optional(Port),
  have: Type.Array(HaveSchema, { maxItems: 1_000 }),
  accessMark: Type.String({
    maxLength: 64,
    description: 'Of what it has of passwords, join secrets and the authority; empty: nothing',
  }),
});
export type SyncRequest = Static<typeof SyncRequestSchema>;

export const SyncAnswerSchema = Type.Object({
  competitions: Type.Array(
    Type.Object({
      id: Type.String(),
      seq: Seq,
      isOther: Type.Boolean({ description: 'The standby has another history' }),
    }),
  ),
  batches: Type.Array(
    Type.Object({
      id: Type.String(),
      after: Seq,
      records: Type.Array(Type.String({ description: 'Base64' })),
    }),
  ),
  removed: Type.Array(Type.String(), { description: 'Competitions that were deleted for good' }),
  access: Type.Union([Type.String(), Type.Null()], { description: 'Sealed; null: as the standby has it' }),
  accessMark: Type.String(),
  allowedHosts: Type.Array(Type.String()),
});
export type SyncAnswer = Static<typeof SyncAnswerSchema>;

/** GET /api/standbys/role: asked by a primary of its standby. */
export const StandbyRoleSchema = Type.Object({
  role: Type.Enum(['following', 'promoted']),
  proof: Type.String({ description: 'HMAC-SHA256 of number and role with the hash of the token' }),
});
export type StandbyRole = Static<typeof StandbyRoleSchema>;

export const StandbyViewSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  origin: Type.Union([Type.String(), Type.Null()], { description: 'Null before it has asked for anything' }),
  pairedAt: Instant('When it got its place'),
  seenAt: Type.Union([Instant('When it was heard last'), Type.Null()]),
  behind: Type.Integer({ description: 'Facts that it has not said to have on its disk' }),
  others: Type.Array(Type.String(), { description: 'Competitions of which it has another history' }),
});
/** GET /api/standbys (organiser) */
export const StandbysSchema = Type.Object({ standbys: Type.Array(StandbyViewSchema) });
export type StandbyView = Static<typeof StandbyViewSchema>;
