// World Archery's field and 3D courses. What counts is that a target is an end of three (3D: two) arrows; the distances are the middle of
// what the rule book lets a course setter choose (as archeryutils has them) and serve estimates, not archers. Times from memory: RULES.md.
import { course, type Distance, metric, type Round } from './round.ts';

const faceSizes = [20, 40, 60, 80] as const;
type BySize<T> = readonly [T, T, T, T];

interface Peg {
  readonly peg: string;
  /** Distances of the marked targets, by face: each once in 12 targets, twice in 24. */
  readonly marked: BySize<readonly number[]>;
  /** The middle of what is allowed for the unmarked targets, by face. */
  readonly unmarked: BySize<number>;
}

const pegs: readonly Peg[] = [
  {
    peg: 'red',
    marked: [
      [10, 15, 20],
      [20, 25, 30],
      [35, 40, 45],
      [50, 55, 60],
    ],
    unmarked: [12.5, 20, 27.5, 45],
  },
  {
    peg: 'blue',
    marked: [
      [5, 10, 15],
      [15, 20, 25],
      [30, 35, 40],
      [40, 45, 50],
    ],
    unmarked: [7.5, 15, 22.5, 37.5],
  },
  {
    peg: 'yellow',
    marked: [
      [5, 10, 15],
      [10, 15, 20],
      [20, 25, 30],
      [30, 35, 40],
    ],
    unmarked: [7.5, 12.5, 20, 27.5],
  },
  {
    peg: 'white',
    marked: [
      [5, 7, 10],
      [10, 12, 15],
      [15, 20, 25],
      [20, 25, 30],
    ],
    unmarked: [7.5, 10, 15, 20],
  },
];

function targets(metres: number, faceId: string, count: number): Distance {
  return { ...metric(metres, faceId, count, 3), nominal: true, secondsPerEnd: 180 };
}

function markedTargets({ marked }: Peg, each: number): readonly Distance[] {
  return faceSizes.flatMap((cm, index) => (marked[index] ?? []).map((metres) => targets(metres, `field-${cm}`, each)));
}

function unmarkedTargets({ unmarked }: Peg, each: number): readonly Distance[] {
  return faceSizes.map((cm, index) => targets(unmarked[index] ?? 0, `field-${cm}`, each));
}

const fieldRounds: readonly Round[] = pegs.flatMap((peg) => {
  const id = (targetCount: number, kind: string) => `wa-field-${targetCount}-${peg.peg}-${kind}`;
  const name = (targetCount: string, kind: string) => `Field ${targetCount} ${kind}, ${peg.peg} peg`;
  const unmarked24 = unmarkedTargets(peg, 6);
  const unmarked12 = unmarkedTargets(peg, 3);
  return [
    course(id(24, 'marked'), name('24', 'marked'), 'field', markedTargets(peg, 2)),
    course(id(12, 'marked'), name('12', 'marked'), 'field', markedTargets(peg, 1)),
    course(id(24, 'unmarked'), name('24', 'unmarked'), 'field', unmarked24),
    course(id(12, 'unmarked'), name('12', 'unmarked'), 'field', unmarked12),
    course(id(24, 'mixed'), name('12+12', 'marked and unmarked'), 'field', [...markedTargets(peg, 1), ...unmarked12]),
    course(id(48, 'mixed'), name('24+24', 'unmarked and marked'), 'field', [...unmarked24, ...markedTargets(peg, 2)]),
  ];
});

/** Red 5 to 45 m, blue 5 to 30 m: the middles. */
const rounds3d: readonly Round[] = (
  [
    ['red', 25],
    ['blue', 17.5],
  ] as const
).flatMap(([peg, metres]) => {
  const animals: Distance = { ...metric(metres, '3d', 24, 2), nominal: true, secondsPerEnd: 120 };
  return [
    course(`wa-3d-24-${peg}`, `3D 24 targets, ${peg} peg`, '3d', [animals]),
    course(`wa-3d-48-${peg}`, `3D 24+24 targets, ${peg} peg`, '3d', [animals, animals]),
  ];
});

export const waCourseRounds: readonly Round[] = [...fieldRounds, ...rounds3d];
