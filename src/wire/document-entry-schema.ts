// The parts of the interchange file's schema that are about entries: the list, who is withdrawn, what the desk noted of them.
import { Type } from 'typebox';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { list, object, oneOf, origin, text, whole } from './document-parts.ts';

const entry = {
  number: Type.Integer({ minimum: 1, maximum: 99_999, description: 'Unique; never used again' }),
  name: text(),
  club: text(),
  category: text(),
  target: Type.Optional(Type.Union([text(), Type.Null()], { description: '`12A`; null where none is assigned' })),
  country: Type.Optional(text()),
  bornIn: Type.Optional(whole(1, 'Year')),
  also: Type.Optional(Type.Array(text(), { description: 'Further categories in which the same card is ranked' })),
  licence: Type.Optional(text('Number of the membership')),
  needs: Type.Optional(Type.Array(oneOf(archerNeeds), { description: 'What the place on the line has to allow for' })),
};

const Withdrawn = object({ ...entry, ...origin, reason: text() });

const Arrival = object({
  entry: whole(1, 'The entry’s number'),
  checkedIn: Type.Optional(object(origin)),
  inspection: Type.Optional(
    object({ ...origin, result: oneOf(['passed', 'failed']), by: text('Who looked at the equipment'), remark: text() }),
  ),
});

export const entryMembers = {
  entries: list(object(entry)),
  withdrawn: list(Withdrawn, 'Who is not among the entries any more'),
  arrivals: list(Arrival, 'Who is at the venue, and whose equipment was inspected'),
};
