// Our faces and rounds beside those of archeryutils (MIT), an independent catalogue.
import assert from 'node:assert/strict';
import { goldenTest, readJson } from '../testing/shared-data.ts';
import { type Face, findFace } from './faces.ts';
import { type Distance, findRound, rounds } from './rounds.ts';

interface FaceCases {
  readonly max_score: Readonly<Record<string, number>>;
  readonly min_score_of_a_hit: Readonly<Record<string, number>>;
  readonly rings: readonly {
    readonly face: string;
    readonly cm: number;
    readonly rings: Readonly<Record<string, number>>;
  }[];
}

interface Pass {
  readonly n_arrows: number;
  readonly diameter: number;
  readonly scoring: string;
  readonly distance: number;
}

interface TheirRound {
  readonly codename: string;
  readonly passes: readonly Pass[];
}

/** Their scoring systems by our faces. They do not tell an X apart. */
const scoringOfFace: Readonly<Record<string, string>> = {
  '122': '10_zone',
  '80': '10_zone',
  '80-6': '10_zone_6_ring',
  '40': '10_zone',
  '40-triple': '10_zone_5_ring',
  '40-compound': '10_zone_compound',
  '40-compound-triple': '10_zone_5_ring_compound',
  '60': '10_zone',
  '60-x': '10_zone',
};

const faceCases = 'archeryutils_rounds/face_cases.json';

/** Diameter in millimetres → points, whatever the face's own size: theirs has one size each. */
function ringsOf(face: Face): ReadonlyMap<number, number> {
  const rings = face.zones.filter(({ value }) => value !== 'X');
  return new Map(rings.map(({ diameterCm, points }) => [Math.round(diameterCm * 10), points]));
}

goldenTest('faces: highest and lowest hit, and every ring, are those of archeryutils', [faceCases], () => {
  const cases = readJson<FaceCases>(faceCases);
  for (const [id, scoring] of Object.entries(scoringOfFace)) {
    const face = findFace(id);
    assert.ok(face);
    const points = face.zones.map((zone) => zone.points);
    assert.equal(Math.max(...points), cases.max_score[scoring], id);
    assert.equal(Math.min(...points), cases.min_score_of_a_hit[scoring], id);
  }
  const compared: string[] = [];
  for (const { face: scoring, cm, rings } of cases.rings) {
    for (const [id, ours] of Object.entries(scoringOfFace)) {
      const face = findFace(id);
      if (ours !== scoring || face?.diameterCm !== cm) continue;
      const theirs = new Map(
        Object.entries(rings).map(([metres, points]) => [Math.round(Number(metres) * 1000), points]),
      );
      assert.deepEqual(
        new Map([...ringsOf(face)].sort(([a], [b]) => a - b)),
        new Map([...theirs].sort(([a], [b]) => a - b)),
        id,
      );
      compared.push(id);
    }
  }
  assert.deepEqual(compared.sort(), ['40-compound-triple', '80', '80-6']);
});

/** Where both catalogues have a round; theirs have no name for our school round. */
const theirNames: Readonly<Record<string, string>> = {
  'wa720-70': 'wa720_70',
  'wa720-60': 'wa720_60',
  'wa720-50-compound': 'wa720_50_c',
  'wa720-50-barebow': 'wa720_50_b',
  'wa720-40': 'wa720_40',
  'wa720-40-compound': 'wa720_40_c',
  'wa720-30-barebow': 'wa720_30_b',
  wa18: 'wa18',
  'wa18-triple': 'wa18_triple',
  'wa18-compound': 'wa18_compound_triple',
};

/** They count compound's 720 round on the whole 80 cm face; it is shot on six rings (WA Book 3, RULES 1.2), with the same points inside. */
const theirScoring: Readonly<Record<string, string>> = { ...scoringOfFace, '80-6': '10_zone' };

function passOf({ metres, faceId, ends, arrowsPerEnd }: Distance): Pass {
  const diameter = findFace(faceId)?.diameterCm ?? 0;
  return { n_arrows: ends * arrowsPerEnd, diameter, scoring: theirScoring[faceId] ?? '', distance: metres };
}

const roundFiles = ['archeryutils_rounds/WA_outdoor.json', 'archeryutils_rounds/WA_indoor.json'];

goldenTest('rounds: distances, arrows and faces are those of archeryutils', roundFiles, () => {
  const theirs = new Map(
    roundFiles.flatMap((file) => readJson<readonly TheirRound[]>(file)).map((each) => [each.codename, each]),
  );
  for (const [id, name] of Object.entries(theirNames)) {
    const [round, their] = [findRound(id), theirs.get(name)];
    assert.ok(round && their, `${id}, ${name}`);
    const passes = their.passes.map(({ n_arrows, diameter, scoring, distance }) => ({
      n_arrows,
      diameter,
      scoring,
      distance,
    }));
    assert.deepEqual(round.distances.map(passOf), passes, id);
  }
  const alone = rounds.map((round) => round.id).filter((id) => !(id in theirNames));
  assert.deepEqual(alone, ['school-300']);
});
