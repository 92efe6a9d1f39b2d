// Rounds and faces in the interchange file: an organiser's own bring everything with them.
import { Type } from 'typebox';
import { disciplines } from '../domain/rounds/round.ts';
import { Arrow, object, oneOf, text, whole } from './document-parts.ts';

const Zone = object({
  value: Arrow,
  points: whole(0),
  colour: oneOf(['gold', 'red', 'blue', 'black', 'white']),
  diameterCm: Type.Number({ minimum: 0, maximum: 1_000, description: 'Of its outer line' }),
});

export const Face = object({
  id: text(),
  name: text(),
  diameterCm: Type.Number({ minimum: 0, maximum: 1_000 }),
  spots: oneOf([1, 3, 5], 'Faces on one sheet'),
  zones: Type.Array(Zone, { maxItems: 20, description: 'From the centre outwards' }),
});

const Distance = object({
  metres: Type.Number({ minimum: 0, maximum: 1_000 }),
  faceId: text('Of the catalogue, or of `face`'),
  face: Type.Optional(Face),
  ends: whole(1),
  arrowsPerEnd: whole(1),
  unit: Type.Optional(oneOf(['yard'], 'In which it is laid out, where it is not metres')),
  nominal: Type.Optional(Type.Literal(true)),
  secondsPerEnd: Type.Optional(whole(1)),
});

export const Round = object({
  id: text(),
  name: text(),
  discipline: oneOf(disciplines),
  distances: Type.Array(Distance, { maxItems: 100 }),
});
