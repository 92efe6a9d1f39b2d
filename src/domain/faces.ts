// Target faces as data: which values an arrow on a face can have, what each is worth, and its colour. Source: WA Book 3
// and RULES 1.3; ring colours from the outside: white, black, blue, red, gold.
import type { ArrowValue } from './arrow-value.ts';

export type ZoneColour = 'gold' | 'red' | 'blue' | 'black' | 'white';

export interface Zone {
  readonly value: ArrowValue;
  readonly points: number;
  readonly colour: ZoneColour;
  /** Of its outer line, which belongs to it: a shaft that touches the line has the higher value (WA Book 3, 12.2). */
  readonly diameterCm: number;
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

/** What the inner ten, of half the ten's diameter, is: an X, nothing of its own, or the only ten (then the outer ten is a 9). */
type InnerTen = 'x' | 'unmarked' | 'onlyTen';

function zonesFromTenTo(lowest: number, faceCm: number, innerTen: InnerTen): readonly Zone[] {
  const ringCm = faceCm / 10;
  const zones: Zone[] = innerTen === 'x' ? [{ value: 'X', points: 10, colour: 'gold', diameterCm: ringCm / 2 }] : [];
  for (let points = 10; points >= lowest; points -= 1) {
    const diameterCm = points === 10 && innerTen === 'onlyTen' ? ringCm / 2 : (11 - points) * ringCm;
    zones.push({ value: String(points) as ArrowValue, points, colour: colourByPoints[points] ?? 'white', diameterCm });
  }
  return zones;
}

export const faces: readonly Face[] = [
  { id: '122', name: '122 cm', diameterCm: 122, spots: 1, zones: zonesFromTenTo(1, 122, 'x') },
  { id: '80', name: '80 cm', diameterCm: 80, spots: 1, zones: zonesFromTenTo(1, 80, 'x') },
  { id: '80-6', name: '80 cm, six rings', diameterCm: 80, spots: 1, zones: zonesFromTenTo(5, 80, 'x') },
  { id: '40', name: '40 cm', diameterCm: 40, spots: 1, zones: zonesFromTenTo(1, 40, 'unmarked') },
  { id: '40-triple', name: '40 cm, triple', diameterCm: 40, spots: 3, zones: zonesFromTenTo(6, 40, 'unmarked') },
  { id: '40-compound', name: '40 cm, inner ten', diameterCm: 40, spots: 1, zones: zonesFromTenTo(1, 40, 'onlyTen') },
  {
    id: '40-compound-triple',
    name: '40 cm, triple, inner ten',
    diameterCm: 40,
    spots: 3,
    zones: zonesFromTenTo(6, 40, 'onlyTen'),
  },
  { id: '60', name: '60 cm', diameterCm: 60, spots: 1, zones: zonesFromTenTo(1, 60, 'unmarked') },
  { id: '60-x', name: '60 cm with X', diameterCm: 60, spots: 1, zones: zonesFromTenTo(1, 60, 'x') },
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
