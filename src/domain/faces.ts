// Target faces as data: which values an arrow on a face can have, what each is worth, and its colour. Source: WA Book 3
// and RULES 1.3; ring colours from the outside: white, black, blue, red, gold.
import type { ArrowValue } from './arrow-value.ts';

export type ZoneColour = 'gold' | 'red' | 'blue' | 'black' | 'white';

export interface Zone {
  readonly value: ArrowValue;
  readonly points: number;
  readonly colour: ZoneColour;
}

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly diameterCm: number;
  /** Faces printed on one sheet: 1, or 3 for a triple face. */
  readonly spots: 1 | 3;
  /** From the centre outwards. A miss is possible on every face and is not listed. */
  readonly zones: readonly Zone[];
}

const colourByPoints: readonly ZoneColour[] = [
  'white',
  'white',
  'white',
  'black',
  'black',
  'blue',
  'blue',
  'red',
  'red',
  'gold',
  'gold',
];

/** Zones from 10 down to `lowest`, with the inner ten counted as X where the discipline has one. */
function zonesFromTenTo(lowest: number, withX: boolean): readonly Zone[] {
  const zones: Zone[] = withX ? [{ value: 'X', points: 10, colour: 'gold' }] : [];
  for (let points = 10; points >= lowest; points -= 1) {
    zones.push({ value: String(points) as ArrowValue, points, colour: colourByPoints[points] ?? 'white' });
  }
  return zones;
}

export const faces: readonly Face[] = [
  { id: '122', name: '122 cm', diameterCm: 122, spots: 1, zones: zonesFromTenTo(1, true) },
  { id: '80', name: '80 cm', diameterCm: 80, spots: 1, zones: zonesFromTenTo(1, true) },
  { id: '80-6', name: '80 cm, six rings', diameterCm: 80, spots: 1, zones: zonesFromTenTo(5, true) },
  { id: '40', name: '40 cm', diameterCm: 40, spots: 1, zones: zonesFromTenTo(1, false) },
  { id: '40-triple', name: '40 cm, triple', diameterCm: 40, spots: 3, zones: zonesFromTenTo(6, false) },
  { id: '40-compound', name: '40 cm, inner ten', diameterCm: 40, spots: 1, zones: zonesFromTenTo(1, false) },
  {
    id: '40-compound-triple',
    name: '40 cm, triple, inner ten',
    diameterCm: 40,
    spots: 3,
    zones: zonesFromTenTo(6, false),
  },
  { id: '60', name: '60 cm', diameterCm: 60, spots: 1, zones: zonesFromTenTo(1, false) },
  { id: '60-x', name: '60 cm with X', diameterCm: 60, spots: 1, zones: zonesFromTenTo(1, true) },
];

const facesById: ReadonlyMap<string, Face> = new Map(faces.map((face) => [face.id, face]));

export function findFace(id: string): Face | undefined {
  return facesById.get(id);
}

const pointsByFace: ReadonlyMap<string, ReadonlyMap<ArrowValue, number>> = new Map(
  faces.map((face) => [
    face.id,
    new Map<ArrowValue, number>([['M', 0], ...face.zones.map((zone) => [zone.value, zone.points] as const)]),
  ]),
);

/** Points of an arrow on a face; undefined where the face has no such value. */
export function pointsOnFace(faceId: string, value: ArrowValue): number | undefined {
  return pointsByFace.get(faceId)?.get(value);
}
