// The control room over HTTP: every target with its archers, tablets and matches, and who is waited for; what tablets say of themselves, and
// what the desk tells one of them.
import { type Static, Type } from 'typebox';
import { longestMessage } from '../domain/control/tablet-message.ts';
import { listOf, nullable, PositionSchema, StandingSchema, strict } from './api-common.ts';

const Time = Type.Integer({ description: 'Milliseconds since 1970 by the appliance’s clock' });
const Ends = listOf(Type.Integer());

const ArcherSchema = Type.Object({
  entry: Type.Integer(),
  letter: Type.String(),
  name: Type.String(),
  club: Type.String(),
  category: Type.String(),
  standing: StandingSchema,
  total: Type.Integer(),
  ends: Type.Integer({ description: 'Of the round' }),
  shot: Type.Integer({ description: 'Ends with every arrow written' }),
  next: nullable(Type.Integer({ description: 'The end that is waited for; null once all are shot' })),
  behind: Type.Integer({ description: 'Ends that the field has and this one has not' }),
  differing: Ends,
  toSign: Type.Boolean({ description: 'Shot to the end and not closed' }),
  isLocked: Type.Boolean(),
  notes: Type.Integer({ description: 'Open ones of the judges’ log' }),
});

const MessageSchema = Type.Object({
  id: Type.String(),
  text: Type.String(),
  at: Time,
  deliveredAt: nullable(Time),
  seenAt: nullable(Time),
});

const TabletSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  card: Type.Enum(['first', 'second']),
  online: Type.Boolean({ description: 'Its scoring connection is there' }),
  heardAt: nullable(Type.Integer({ description: 'When it last said how it is, where that is longer ago than usual' })),
  battery: nullable(Type.Integer({ description: 'Per cent; null where its browser does not say' })),
  isCharging: Type.Boolean(),
  unsent: Type.Integer({ description: 'Entries that it has and the appliance has not, as it last said' }),
  message: nullable(MessageSchema),
});

const MatchSchema = Type.Object({
  event: Type.String(),
  eventName: Type.String(),
  match: Type.String(),
  at: Type.String(),
  hasBegun: Type.Boolean(),
  a: Type.String(),
  b: Type.String(),
  points: Type.Object({ a: Type.Integer(), b: Type.Integer() }),
  notes: Type.Integer(),
});

/** GET /api/competitions/:id/control (organiser); asked again every two seconds, and 304 while nothing is new. */
export const ControlRoomSchema = Type.Object({
  position: PositionSchema,
  targets: listOf(
    Type.Object({
      butt: Type.Integer(),
      archers: listOf(ArcherSchema),
      tablets: listOf(TabletSchema),
      matches: listOf(MatchSchema, { description: 'Not over, both sides known' }),
      notes: Type.Integer({ description: 'Open ones about the target itself' }),
    }),
  ),
  waitingFor: listOf(
    Type.Object({
      entry: Type.Integer(),
      name: Type.String(),
      target: nullable(Type.String({ description: '`12A`' })),
      end: Type.Integer(),
      behind: Type.Integer(),
    }),
    { description: 'Farthest behind first' },
  ),
  fields: listOf(
    Type.Object({
      end: Type.Integer({ description: 'That more than half have shot; 0 before the first' }),
      archers: Type.Integer(),
      there: Type.Integer({ description: 'Of these, how many have shot it' }),
    }),
  ),
  openNotes: Type.Integer(),
});
export type ControlRoomView = Static<typeof ControlRoomSchema>;
export type ControlTarget = ControlRoomView['targets'][number];
export type ControlTablet = ControlTarget['tablets'][number];

/** PUT /api/competitions/:id/devices/:device/message (organiser); in place of one before. */
export const MessageBodySchema = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: longestMessage, description: 'What stands on the tablet' }) },
  strict,
);

/** POST /api/competitions/:id/devices/:device/report: a tablet says how it is, every few seconds. */
export const TabletReportSchema = Type.Object(
  {
    token: Type.String({ maxLength: 128 }),
    battery: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
    isCharging: Type.Boolean(),
    unsent: Type.Integer({ minimum: 0, maximum: 100_000 }),
    seen: nullable(Type.String({ maxLength: 64, description: 'The message that somebody at the tablet has seen' })),
  },
  strict,
);
export type TabletReport = Static<typeof TabletReportSchema>;

export const TabletOrdersSchema = Type.Object({
  message: nullable(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type TabletOrders = Static<typeof TabletOrdersSchema>;
