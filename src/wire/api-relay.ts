// How the ways out of the venue are: the relay to Pusher and the results on a web space. For the desk and `tenring status`.
import { type Static, Type } from 'typebox';

const Instant = Type.Union([Type.Integer({ description: 'Milliseconds since 1970' }), Type.Null()]);
const Detail = Type.String({ description: 'What was answered, in the words of the other side; may be empty' });

export const RelayStatusSchema = Type.Object({
  state: Type.Enum(['probing', 'up', 'down', 'throttled']),
  why: Type.Union([Type.Null(), Type.Enum(['unreachable', 'silent', 'failing', 'refused', 'intercepted'])], {
    description:
      'Of `down`; refused: key, secret or the clock of this machine are wrong; intercepted: a network that wants a log-in answers instead',
  }),
  detail: Detail,
  since: Type.Integer({ description: 'When it came to be so, milliseconds since 1970' }),
  lastSentAt: Instant,
  waiting: Type.Integer({ description: 'Parts of boards that differ from what was sent last' }),
  events: Type.Integer({ description: 'Sent since the start' }),
  tooLarge: Type.Integer({ description: 'Given up because Pusher found them too large' }),
  usedToday: Type.Integer({ description: 'Messages, as Pusher counts: once, and once for each page that heard it' }),
  perDay: Type.Integer({ description: 'How many a day may use' }),
  listeners: Type.Integer({ description: 'Pages elsewhere, at least, when it was last asked' }),
});
export type RelayStatus = Static<typeof RelayStatusSchema>;

export const PublishingStatusSchema = Type.Object({
  to: Type.String({ description: 'The folder, or the address without its password' }),
  lastAt: Instant,
  files: Type.Integer({ description: 'How many are there' }),
  written: Type.Integer({ description: 'Written since the start' }),
  trouble: Type.Union([Type.String({ description: 'What a person is told' }), Type.Null()]),
});
export type PublishingStatus = Static<typeof PublishingStatusSchema>;
