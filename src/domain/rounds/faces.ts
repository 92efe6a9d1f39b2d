// Target faces as data: which values an arrow on a face can have, what each is worth, and its colour. Points are the face's, not the
// value's: an X is worth 10, 11 or 5. Source: WA Book 3 and RULES 1.3; five-zone, IFAA and Worcester rings as archeryutils has them.
import type { ArrowValue } from '../arrow-value.ts';

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
  /** Faces printed on one sheet: 1, 3 for a triple face, 5 for five centres. */
  readonly spots: 1 | 3 | 5;
  /** From the centre outwards. A miss is possible on every face and is not listed. */
  readonly zones: readonly Zone[];
}

/** From the outside, index 0 unused: two rings of each colour; an eleven is gold too. */
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
  'gold',
];

/**
 * What the inner ten, of half the ten's diameter, is: an X, an X worth eleven, an 11, nothing of its own, or the only ten (then the outer
 * ten is a 9).
 */
type InnerTen = 'x' | 'x11' | 'eleven' | 'unmarked' | 'onlyTen';

function innerZone(innerTen: InnerTen, diameterCm: number): readonly Zone[] {
  if (innerTen === 'unmarked' || innerTen === 'onlyTen') return [];
  const value = innerTen === 'eleven' ? '11' : 'X';
  return [{ value, points: innerTen === 'x' ? 10 : 11, colour: 'gold', diameterCm }];
}

function zonesFromTenTo(lowest: number, faceCm: number, innerTen: InnerTen): readonly Zone[] {
  const ringCm = faceCm / 10;
  const zones: Zone[] = [...innerZone(innerTen, ringCm / 2)];
  for (let points = 10; points >= lowest; points -= 1) {
    const diameterCm = points === 10 && innerTen === 'onlyTen' ? ringCm / 2 : (11 - points) * ringCm;
    zones.push({ value: String(points) as ArrowValue, points, colour: colourByPoints[points] ?? 'white', diameterCm });
  }
  return zones;
}

/** A zone whose points are its value; an X is worth five. */
function zone(value: ArrowValue, diameterCm: number, colour: ZoneColour): Zone {
  return { value, points: value === 'X' ? 5 : Number(value), colour, diameterCm };
}

function tenZone(id: string, name: string, cm: number, lowest: number, innerTen: InnerTen, spots: 1 | 3 = 1): Face {
  return { id, name, diameterCm: cm, spots, zones: zonesFromTenTo(lowest, cm, innerTen) };
}

const worldArchery: readonly Face[] = [
  tenZone('122', '122 cm', 122, 1, 'x'),
  tenZone('80', '80 cm', 80, 1, 'x'),
  tenZone('80-6', '80 cm, six rings', 80, 5, 'x'),
  tenZone('80-5', '80 cm, five rings', 80, 6, 'x'),
  tenZone('40', '40 cm', 40, 1, 'unmarked'),
  tenZone('40-6', '40 cm, six rings', 40, 5, 'unmarked'),
  tenZone('40-triple', '40 cm, triple', 40, 6, 'unmarked', 3),
  tenZone('40-compound', '40 cm, inner ten', 40, 1, 'onlyTen'),
  tenZone('40-compound-triple', '40 cm, triple, inner ten', 40, 6, 'onlyTen', 3),
  tenZone('60', '60 cm', 60, 1, 'unmarked'),
  tenZone('60-triple', '60 cm, triple', 60, 6, 'unmarked', 3),
  tenZone('60-compound', '60 cm, inner ten', 60, 1, 'onlyTen'),
  tenZone('60-compound-triple', '60 cm, triple, inner ten', 60, 6, 'onlyTen', 3),
  tenZone('60-x', '60 cm with X', 60, 1, 'x'),
  tenZone('122-x11', '122 cm, X is 11', 122, 1, 'x11'),
  tenZone('80-x11', '80 cm, X is 11', 80, 1, 'x11'),
  tenZone('80-6-x11', '80 cm, six rings, X is 11', 80, 5, 'x11'),
];

const otherTenZones: readonly Face[] = [
  tenZone('80-plain', '80 cm without X', 80, 1, 'unmarked'),
  tenZone('80-compound', '80 cm, inner ten', 80, 1, 'onlyTen'),
  tenZone('vegas', 'Vegas, triple with X', 40, 6, 'x', 3),
  tenZone('40-11', '40 cm with 11', 40, 1, 'eleven'),
  tenZone('40-11-triple', '40 cm, triple, with 11', 40, 6, 'eleven', 3),
];

/** Archery GB's imperial scoring: a colour is a zone. */
const fiveZone: readonly Face[] = [122, 80, 60, 40].map((cm) => ({
  id: `${cm}-5zone`,
  name: `${cm} cm, five zones`,
  diameterCm: cm,
  spots: 1,
  zones: (
    [
      ['9', 'gold'],
      ['7', 'red'],
      ['5', 'blue'],
      ['3', 'black'],
      ['1', 'white'],
    ] as const
  ).map(([value, colour], index) => zone(value, ((index + 1) * cm) / 5, colour)),
}));

const falling = ['5', '4', '3', '2', '1'] as const;

/** Six is the inner half of the yellow five. */
const worldArcheryField: readonly Face[] = [80, 60, 40, 20].map((cm) => ({
  id: `field-${cm}`,
  name: `Field, ${cm} cm`,
  diameterCm: cm,
  spots: 1,
  zones: [
    zone('6', cm / 10, 'gold'),
    ...falling.map((value, index) => zone(value, ((index + 1) * cm) / 5, value === '5' ? 'gold' : 'black')),
  ],
}));

/** Every animal has zones of its own size and shape; these diameters are a middle, for simulation only. */
const threeD: Face = {
  id: '3d',
  name: '3D animal',
  diameterCm: 50,
  spots: 1,
  zones: [zone('11', 4, 'gold'), zone('10', 12, 'gold'), zone('8', 25, 'red'), zone('5', 50, 'blue')],
};

/** Five to one by fifths of the face. */
function fiveToOne(id: string, name: string, cm: number, centre: ZoneColour, rest: ZoneColour): Face {
  const zones = falling.map((value, index) => zone(value, ((index + 1) * cm) / 5, value === '5' ? centre : rest));
  return { id, name, diameterCm: cm, spots: 1, zones };
}

/** Five, four and three: the first, the third and the fifth fifth of the face. */
function fiveToThree(id: string, name: string, cm: number): Face {
  const zones = [zone('5', cm / 5, 'black'), zone('4', (cm * 3) / 5, 'white'), zone('3', cm, 'black')];
  return { id, name, diameterCm: cm, spots: 1, zones };
}

/** NFAA counts an X, half as wide as the five, as five and breaks ties by it. */
function withX(face: Face): Face {
  const five = face.zones[0];
  return five ? { ...face, zones: [zone('X', five.diameterCm / 2, five.colour), ...face.zones] } : face;
}

const ifaaSizes = [65, 50, 35, 20] as const;
const worcesterCm = 40.64;
const worcester = fiveToOne('worcester', 'Worcester, 16 inches', worcesterCm, 'white', 'black');
const nfaa40 = withX(fiveToOne('nfaa-40', 'NFAA 40 cm with X', 40, 'white', 'blue'));

const fiveAndLess: readonly Face[] = [
  ...ifaaSizes.map((cm) => fiveToThree(`ifaa-${cm}`, `IFAA ${cm} cm`, cm)),
  ...ifaaSizes.map((cm) => fiveToOne(`ifaa-expert-${cm}`, `IFAA ${cm} cm, expert`, cm, 'black', 'white')),
  fiveToOne('ifaa-expert-40', 'IFAA 40 cm', 40, 'white', 'blue'),
  ...ifaaSizes.map((cm) => withX(fiveToThree(`nfaa-${cm}`, `NFAA ${cm} cm with X`, cm))),
  nfaa40,
  { ...nfaa40, id: 'nfaa-5-spot', name: 'NFAA five spots with X', spots: 5, zones: nfaa40.zones.slice(0, 3) },
  worcester,
  {
    ...worcester,
    id: 'worcester-5',
    name: 'Worcester, five centres',
    spots: 5,
    zones: worcester.zones.slice(0, 2),
  },
  ...[80, 60, 40, 20].map((cm) => fiveToOne(`aa-field-${cm}`, `AA field ${cm} cm`, cm, 'gold', 'black')),
];

export const faces: readonly Face[] = [
  ...worldArchery,
  ...otherTenZones,
  ...fiveZone,
  ...worldArcheryField,
  threeD,
  ...fiveAndLess,
];

const facesById: ReadonlyMap<string, Face> = new Map(faces.map((face) => [face.id, face]));

export function findFace(id: string): Face | undefined {
  return facesById.get(id);
}

const pointsByFace = new WeakMap<Face, ReadonlyMap<ArrowValue, number>>();

function pointsTableOf(face: Face): ReadonlyMap<ArrowValue, number> {
  const known = pointsByFace.get(face);
  if (known) return known;
  const made = new Map<ArrowValue, number>([['M', 0], ...face.zones.map((zone) => [zone.value, zone.points] as const)]);
  pointsByFace.set(face, made);
  return made;
}

/** Points of an arrow on a face; undefined where the face has no such value. */
export function pointsOf(face: Face, value: ArrowValue): number | undefined {
  return pointsTableOf(face).get(value);
}

/** The same for a face of the catalogue, by its id. */
export function pointsOnFace(faceId: string, value: ArrowValue): number | undefined {
  const face = findFace(faceId);
  return face && pointsOf(face, value);
}
