// Butts, the devices that score there, and how a tablet becomes one of them.
import { type Static, Type } from 'typebox';
import { strict } from './api-common.ts';

/** Which of two cards a device keeps where a competition asks for two; without two it means nothing. */
const CardSchema = Type.Enum(['first', 'second'], {
  description: 'Of two cards that are kept apart; the first if absent',
});

export const DeviceSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  butt: Type.Integer(),
  card: CardSchema,
  online: Type.Boolean(),
  revoked: Type.Boolean(),
});
/** DELETE /api/competitions/:id/devices/:device (organiser) revokes one. */
export type DeviceView = Static<typeof DeviceSchema>;

/** PATCH /api/competitions/:id/devices/:device (organiser): what is left out stays. */
export const DeviceChangeSchema = Type.Object(
  {
    butt: Type.Optional(Type.Integer()),
    label: Type.Optional(Type.String({ maxLength: 100 })),
    card: Type.Optional(CardSchema),
  },
  strict,
);

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

/**
 * POST /api/join: by the QR code's key, or by the short code; or by the competition, as a device that belongs to a target there already.
 * `device` and `token` when this tablet was paired before.
 */
export const JoinSchema = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 16 })),
  key: Type.Optional(
    Type.Object({
      competition: Type.String({ maxLength: 64 }),
      butt: Type.Integer(),
      key: Type.String({ maxLength: 64 }),
    }),
  ),
  competition: Type.Optional(Type.String({ maxLength: 64, description: 'Of the device’s present target' })),
  label: Type.String({ maxLength: 80 }),
  card: Type.Optional(CardSchema),
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
  card: CardSchema,
});
export type Joined = Static<typeof JoinedSchema>;
