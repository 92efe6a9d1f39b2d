// Rounds of the USA and of IFAA: 5-4-3-2-1, with an X worth five at NFAA; Vegas; Lancaster with its eleven; IFAA's and NFAA's courses of 28
// targets with four arrows. Checked against archeryutils where it has them; the others are from memory (RULES.md says which).
import { course, type Distance, imperial, indoor, metric, outdoor, type Round } from './round.ts';

type Face = 'ifaa' | 'ifaa-expert' | 'nfaa';
/** Face in cm and the yards of one target's arrows: one number for all four, or those of a fan or walk-up, shared evenly. */
type Target = readonly [cm: number, ...yards: number[]];

const birdies = [20 / 3, 25 / 3, 10, 35 / 3] as const;

const fieldUnit: readonly Target[] = [
  [20, ...birdies],
  ...[15, 20, 25, 30].map((yards): Target => [35, yards]),
  ...[35, 40, 45, 50].map((yards): Target => [50, yards]),
  [50, 30, 35, 40, 45],
  ...[55, 60, 65].map((yards): Target => [65, yards]),
  [65, 50, 60, 70, 80],
];
const hunterUnit: readonly Target[] = [
  [20, 20 / 3],
  [35, 15, 14],
  [35, 19, 17],
  [35, 23, 20],
  [35, 28],
  [35, 32],
  ...[36, 40, 44, 48].map((yards): Target => [50, yards]),
  [50, 53, 48, 44, 41],
  [65, 58, 53, 48, 45],
  [65, 64, 59, 55, 52],
  [65, 70, 65, 61, 58],
];
const internationalUnit: readonly Target[] = [
  ...[20, 25, 30].map((yards): Target => [35, yards]),
  ...[35, 40, 45, 50].map((yards): Target => [50, yards]),
  ...[55, 60, 65].map((yards): Target => [65, yards]),
];
const flintUnit: readonly Target[] = [
  [20, 10],
  [35, 5, 20 / 3, 25 / 3, 10],
  [35, 20],
  [20, 15],
  [35, 30],
  [20, 20 / 3],
  [35, 25],
];

/** A fan's distance is the mean of its arrows': an end is one target and has one distance. */
function layOut(targets: readonly Target[], face: Face, units: number, arrowsPerEnd: number): readonly Distance[] {
  return targets.map(([cm, ...yards]) => {
    const mean = yards.reduce((sum, each) => sum + each, 0) / yards.length;
    return { ...imperial(mean, `${face}-${cm}`, units, arrowsPerEnd), nominal: true };
  });
}

function wholeAndUnit(id: string, name: string, targets: readonly Target[], face: Face, arrows = 4): readonly Round[] {
  return [
    course(id, name, 'field', layOut(targets, face, 2, arrows)),
    course(`${id}-unit`, `${name}, one unit`, 'field', layOut(targets, face, 1, arrows)),
  ];
}

/** Five arrows in four minutes. */
function fives(yards: number, faceId: string, ends: number): Distance {
  return { ...imperial(yards, faceId, ends, 5), secondsPerEnd: 240 };
}

const vegasDay = imperial(20, 'vegas', 10, 3);
const lancaster = (faceId: string) => [metric(18, faceId, 10, 3), metric(18, faceId, 10, 3)] as const;

export const usaIfaaRounds: readonly Round[] = [
  ...wholeAndUnit('ifaa-field', 'IFAA Field', fieldUnit, 'ifaa'),
  ...wholeAndUnit('ifaa-hunter', 'IFAA Hunter', hunterUnit, 'ifaa'),
  ...wholeAndUnit('ifaa-expert', 'IFAA Expert Field', fieldUnit, 'ifaa-expert'),
  ...wholeAndUnit('ifaa-international', 'IFAA International', internationalUnit, 'ifaa', 3),
  ...wholeAndUnit('ifaa-flint', 'IFAA Flint', flintUnit, 'ifaa'),
  indoor('ifaa-indoor', 'IFAA Indoor', fives(20, 'ifaa-expert-40', 6), fives(20, 'ifaa-expert-40', 6)),
  indoor('ifaa-indoor-unit', 'IFAA Indoor, one unit', fives(20, 'ifaa-expert-40', 6)),
  ...wholeAndUnit('nfaa-field', 'NFAA Field', fieldUnit, 'nfaa'),
  ...wholeAndUnit('nfaa-hunter', 'NFAA Hunter', hunterUnit, 'nfaa'),
  indoor('nfaa-indoor', 'NFAA Indoor 300', fives(20, 'nfaa-40', 12)),
  indoor('nfaa-indoor-5', 'NFAA Indoor 300, five spots', fives(20, 'nfaa-5-spot', 12)),
  indoor('vegas-300', 'Vegas 300 with X', vegasDay),
  indoor('vegas-900', 'Vegas 900 with X, three days', vegasDay, vegasDay, vegasDay),
  indoor('lancaster', 'Lancaster', ...lancaster('40-11')),
  indoor('lancaster-triple', 'Lancaster, triple face', ...lancaster('40-11-triple')),
  indoor('usa-joad-18', 'JOAD Indoor, 18 m', metric(18, '40', 10, 3)),
  indoor('usa-joad-9', 'JOAD Indoor, 9 m', metric(9, '60', 10, 3)),
  outdoor('nasp', 'NASP, 10 and 15 m', fivesIn(10), fivesIn(15)),
];

/** Three ends of five arrows, two minutes each. */
function fivesIn(metres: number): Distance {
  return { ...metric(metres, '80-plain', 3, 5), secondsPerEnd: 120 };
}
