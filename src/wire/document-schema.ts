// The interchange file as a schema (TypeBox, which is JSON Schema): what its structure has to be before anybody asks for its meaning. Other
// programs have the same as src/interchange/competition.schema.json. Lists that a file leaves out are empty.
import { type Static, Type } from 'typebox';
import { standings } from '../domain/card/card-notes.ts';
import { documentFormat, documentVersion } from '../domain/document/document.ts';
import { disciplines } from '../domain/rounds/round.ts';
import { controlMembers, PaperCard } from './document-control-schema.ts';
import { entryMembers } from './document-entry-schema.ts';
import { EventPart } from './document-event-schema.ts';
import { paperMembers } from './document-paper-schema.ts';
import { End, Hits, list, object, oneOf, origin, Side, text, whole } from './document-parts.ts';
import { Round } from './document-round-schema.ts';
import { showMembers } from './document-show-schema.ts';

const Category = object({
  code: text('Unique: RM, CU18W, or the organiser’s own'),
  name: text(),
  roundId: text('Of the catalogue, or of `rounds`'),
});

const Session = object({
  number: whole(1),
  name: text(),
  day: text('yyyy-mm-dd'),
  start: text('hh:mm, or empty'),
  categories: Type.Array(text(), { description: 'Whose; empty for all' }),
  fromEnd: whole(1),
  toEnd: whole(1),
});

const Mark = object({
  kind: text('PB for a personal best; else the record’s own short name'),
  category: text('Empty for a personal best in any'),
  roundId: text(),
  name: text('Whose personal best; empty for a record of everybody'),
  club: text(),
  total: whole(0),
  x: Type.Optional(whole(0)),
});

const Strokes = Type.Array(Type.Integer({ minimum: 0, maximum: 255 }), {
  maxItems: 200,
  description: 'In a field of 250 × 100, x and y of each point, 255 between strokes; empty where only a name is given',
});

const ClockPhase = Type.Union([
  object({ kind: oneOf(['idle']) }),
  object({
    kind: oneOf(['running']),
    startedAt: Type.Number({ minimum: 0, description: 'Milliseconds since 1970' }),
  }),
  object({ kind: oneOf(['paused']), elapsedMs: Type.Number({ minimum: 0 }), isEmergency: Type.Boolean() }),
]);

const Clock = object({
  lines: Type.Array(text(), {
    description: 'Who shoots one after the other: AB, CD; one empty name where all shoot at once',
  }),
  line: whole(0, 'Index of the line that is called now or next'),
  end: whole(0, 'From 1; 0 for practice'),
  toTheLineSeconds: whole(0),
  shootingSeconds: whole(1),
  warningSeconds: whole(0),
  phase: ClockPhase,
});

const UsedMs = Type.Integer({ minimum: 0, maximum: 10_000_000 });

const MatchClock = object({
  place: object({ part: oneOf(['end', 'shootOff']), number: whole(1) }),
  begins: Side,
  turns: whole(2, 'Of both sides together, one after the other'),
  turn: whole(0, 'The turn that is shot or comes next; `turns` when all have shot'),
  timeFor: oneOf(['turn', 'end'], 'Whether every turn has its time, or a side shares it among its turns'),
  seconds: whole(1),
  toTheLineSeconds: whole(0),
  usedMs: object({ a: UsedMs, b: UsedMs }, 'By the turns before, where they share their time'),
  phase: ClockPhase,
});

const CardChange = object({
  ...origin,
  kind: oneOf(['corrected', 'ruled', 'held', 'locked', 'unlocked', 'standing']),
  end: Type.Optional(whole(1)),
  was: Type.Optional(End),
  now: Type.Optional(End),
  ruling: Type.Optional(oneOf(['outOfTime', 'tooManyArrows', 'sameSpot', 'bouncer', 'passThrough'])),
  standing: Type.Optional(oneOf(standings)),
  by: text(),
  reason: text(),
});

const Card = object({
  entry: whole(1, 'The entry’s number'),
  ends: list(End, 'From the first end of the round; ends not begun are left out'),
  standing: Type.Optional(oneOf(standings)),
  lock: Type.Optional(object({ ...origin, by: text() })),
  held: list(object({ end: whole(1), cause: oneOf(['bouncer', 'equipment', 'medical']) })),
  writers: list(object({ end: whole(1), device: text() }), 'Which device wrote an end last'),
  checks: list(
    object({
      ...origin,
      end: whole(1),
      arrows: End,
      byAthlete: Type.Optional(Type.Literal(true, { description: 'The athlete confirmed it; else a second card' })),
    }),
    'The same ends as a second scorer has them',
  ),
  signatures: list(object({ ...origin, as: oneOf(['athlete', 'scorer']), name: text(), strokes: Strokes })),
  hits: list(object({ end: whole(1), hits: Hits }), 'Ends of which an arrow was plotted'),
  changes: list(CardChange, 'Oldest first'),
  paper: Type.Optional(PaperCard),
});

const JournalEnd = Type.Object(
  {
    facts: whole(1),
    head: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the last fact; it covers all before it' }),
  },
  {
    additionalProperties: false,
    description: 'How far the journal was from which this file was made, as tenring verify prints it',
  },
);

export const DocumentSchema = Type.Object(
  {
    $schema: Type.Optional(text('Where an editor finds this schema')),
    format: Type.Literal(documentFormat),
    version: Type.Literal(documentVersion),
    journal: Type.Optional(JournalEnd),
    name: text(),
    venue: text(),
    from: text('First day, yyyy-mm-dd'),
    to: text('Last day'),
    discipline: oneOf(disciplines),
    ruleSetId: text('Whose rules and which year: wa-2026'),
    closed: Type.Optional(Type.Literal(true, { description: 'Archived: nothing can be changed until it is reopened' })),
    scoring: Type.Optional(
      oneOf(['confirmed', 'two'], 'The athlete confirms each end, or two cards are kept; else one'),
    ),
    clock: Type.Optional(Clock),
    sessionClocks: list(object({ session: whole(1, 'Its number'), clock: Clock }), 'Of sessions; `clock` is of none'),
    matchClocks: list(
      object({ event: text(), match: text(), clock: MatchClock }),
      'Of matches whose sides shoot by turns',
    ),
    rounds: list(Round, 'The organiser’s own; those of the catalogue are named by their ids'),
    categories: list(Category),
    sessions: list(Session),
    records: list(Mark, 'Records and personal bests to be flagged'),
    ...entryMembers,
    cards: list(Card, 'At most one an entry'),
    events: list(EventPart),
    ...showMembers,
    ...controlMembers,
    ...paperMembers,
  },
  {
    additionalProperties: false,
    title: 'Tenring competition, version 1',
    description: 'A whole competition as one document. Lists that are left out are empty.',
  },
);

/** A file whose structure is right; lists may be missing. */
export type FileDocument = Static<typeof DocumentSchema>;
