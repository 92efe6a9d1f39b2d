// Our faces and rounds beside those of archeryutils (MIT), an independent catalogue.
import assert from 'node:assert/strict';
import { goldenTest, readJson } from '../../testing/shared-data.ts';
import { type Face, faces, findFace } from './faces.ts';
import { lengthOf } from './round.ts';
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
  readonly diameter_unit?: string;
  readonly scoring: string;
  readonly distance: number;
  readonly dist_unit: string;
}

interface TheirRound {
  readonly codename: string;
  readonly passes: readonly Pass[];
}

/** The scoring system of archeryutils for a face of ours; undefined where they have none (3D, NFAA's X). They do not tell an X apart. */
function scoringOf(faceId: string): string | undefined {
  if (faceId.endsWith('-5zone')) return '5_zone';
  if (faceId.startsWith('field-')) return 'WA_field';
  if (faceId.startsWith('ifaa-expert-')) return 'Worcester';
  if (faceId.startsWith('ifaa-')) return 'IFAA_field';
  if (faceId.startsWith('aa-field-')) return 'AA_national_field';
  return scoringOfFace[faceId];
}

const scoringOfFace: Readonly<Record<string, string>> = {
  '122': '10_zone',
  '80': '10_zone',
  '80-plain': '10_zone',
  '80-6': '10_zone_6_ring',
  '80-5': '10_zone_5_ring',
  '80-compound': '10_zone_compound',
  '40': '10_zone',
  '40-6': '10_zone_6_ring',
  '40-triple': '10_zone_5_ring',
  '40-compound': '10_zone_compound',
  '40-compound-triple': '10_zone_5_ring_compound',
  '60': '10_zone',
  '60-x': '10_zone',
  '60-triple': '10_zone_5_ring',
  '60-compound': '10_zone_compound',
  '60-compound-triple': '10_zone_5_ring_compound',
  vegas: '10_zone_5_ring',
  '122-x11': '11_zone',
  '80-x11': '11_zone',
  '80-6-x11': '11_zone_6_ring',
  '40-11': '11_zone',
  '40-11-triple': '11_zone_5_ring',
  worcester: 'Worcester',
  'worcester-5': 'Worcester_2_ring',
};

const faceCases = 'archeryutils_rounds/face_cases.json';

/** Diameter in millimetres → points, whatever the face's own size: theirs has one size each. */
function ringsOf(face: Face): ReadonlyMap<number, number> {
  // Where an X is worth more than a ten, theirs has the ring too.
  const rings = face.zones.filter(({ value, points }) => value !== 'X' || points === 11);
  return new Map(rings.map(({ diameterCm, points }) => [Math.round(diameterCm * 10), points]));
}

goldenTest('faces: highest and lowest hit, and every ring, are those of archeryutils', [faceCases], () => {
  const cases = readJson<FaceCases>(faceCases);
  const without: string[] = [];
  for (const face of faces) {
    const { id } = face;
    const scoring = scoringOf(id);
    if (scoring === undefined) {
      without.push(id);
      continue;
    }
    const points = face.zones.map((zone) => zone.points);
    assert.equal(Math.max(...points), cases.max_score[scoring], id);
    assert.equal(Math.min(...points), cases.min_score_of_a_hit[scoring], id);
  }
  assert.deepEqual(without, ['3d', 'nfaa-65', 'nfaa-50', 'nfaa-35', 'nfaa-20', 'nfaa-40', 'nfaa-5-spot']);
  const compared: string[] = [];
  for (const { face: scoring, cm, rings } of cases.rings) {
    for (const face of faces) {
      const { id } = face;
      if (scoringOf(id) !== scoring || face.diameterCm !== cm) continue;
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
  assert.deepEqual(compared.sort(), ['122-5zone', '40-11', '40-compound-triple', '80', '80-6', '80-plain', 'field-80']);
});

const folder = 'archeryutils_rounds';

/** Every list of rounds they have, and what our ids of that list begin with. */
const lists: Readonly<Record<string, string>> = {
  'WA_outdoor.json': '',
  'WA_indoor.json': '',
  'WA_field.json': '',
  'WA_VI.json': 'wa-',
  'WA_experimental.json': '',
  'AGB_outdoor_imperial.json': 'agb-',
  'AGB_outdoor_metric.json': 'agb-',
  'AGB_indoor.json': 'agb-',
  'AGB_VI.json': 'agb-',
  'IFAA_field.json': '',
  'AA_outdoor_metric.json': 'aa-',
  'AA_indoor.json': 'aa-',
  'AA_field.json': 'aa-',
  'Miscellaneous.json': '',
};

/** Ids that do not follow from their name. Our `compound` alone is the triple face, which compound shoots at World Archery's rounds. */
const otherIds: Readonly<Record<string, string>> = {
  wa720_50_c: 'wa720-50-compound',
  wa720_40_c: 'wa720-40-compound',
  wa720_50_b: 'wa720-50-barebow',
  wa720_30_b: 'wa720-30-barebow',
  wa18_compound: 'wa18-compound-single',
  wa18_compound_triple: 'wa18-compound',
  wa25_compound: 'wa25-compound-single',
  wa25_compound_triple: 'wa25-compound',
  '18_vi': 'wa18-vi',
  wa660_50_c: 'wa660-50-compound-full',
  wa660_50_c_small: 'wa660-50-compound',
  wa660_50_b: 'wa660-50-barebow',
  aa_50_1440: 'aa-50-1440',
  aa_40_1440: 'aa-40-1440',
  aa_50_720: 'aa-50-720',
  aa_40_720: 'aa-40-720',
  aa_30_720: 'aa-30-720',
  aa_20_720: 'aa-20-720',
  hunters_round: 'aa-hunters',
  frostbite: 'agb-frostbite',
};

function ourId(file: string, codename: string): string {
  const other = otherIds[codename];
  if (other !== undefined) return other;
  const practice = /^misc_(?:2_doz_(\d+y)_122cm|3_doz_(\d+)m_(\d+)cm)$/.exec(codename);
  if (practice) return practice[1] ? `practice-24-${practice[1]}` : `practice-36-${practice[2]}-${practice[3]}`;
  const plain = codename
    .replace(/^misc_252/, 'agb_252')
    .replace(/^agb900/, '900')
    .replace(/^australian_/, '')
    .replaceAll('_', '-');
  return `${lists[file]}${plain}`;
}

interface OurPass {
  readonly n_arrows: number;
  readonly cm: number;
  readonly scoring: string | undefined;
  readonly distance: number;
  readonly unit: string;
}

function passOf(distance: Distance): OurPass {
  const { amount, unit } = lengthOf(distance);
  const cm = findFace(distance.faceId)?.diameterCm ?? 0;
  const n_arrows = distance.ends * distance.arrowsPerEnd;
  return { n_arrows, cm, scoring: scoringOf(distance.faceId), distance: amount, unit };
}

function theirPass({ n_arrows, diameter, diameter_unit, scoring, distance, dist_unit }: Pass): OurPass {
  // Worcester's face is given in inches.
  const cm = diameter_unit?.startsWith('inch') ? Math.round(diameter * 254) / 100 : diameter;
  return { n_arrows, cm, scoring, distance: Math.round(distance * 100) / 100, unit: dist_unit };
}

/** Arrows and arrows × distance by face: what is left of a course whose fans are one target of one distance here. */
function byFace(passes: readonly OurPass[]): Readonly<Record<string, readonly [number, number]>> {
  const sums: Record<string, [number, number]> = {};
  for (const { n_arrows, cm, scoring, distance, unit } of passes) {
    const key = `${cm} ${scoring} ${unit}`;
    const [arrows, way] = sums[key] ?? [0, 0];
    sums[key] = [arrows + n_arrows, way + n_arrows * distance];
  }
  return Object.fromEntries(
    Object.entries(sums).map(([key, [arrows, way]]) => [key, [arrows, Math.round((way / arrows) * 10) / 10]]),
  );
}

const isFanned = (id: string) => /^(ifaa-(field|hunter|expert|flint)|aa-national-field)/.test(id);

const sixRing = (pass: OurPass) => pass.cm === 80 && pass.scoring === '10_zone_6_ring';

/** Each deliberate difference: which of their rounds, why ours is another, and theirs made ours. */
const differences: readonly {
  readonly ids: readonly string[];
  readonly why: string;
  readonly corrected: (pass: OurPass) => OurPass;
}[] = [
  {
    ids: ['wa720-50-compound', 'wa720-40-compound'],
    why: 'They count the whole 80 cm face; the round is shot on six rings (RULES 1.2), with the same points inside.',
    corrected: (pass) => ({ ...pass, scoring: '10_zone_6_ring' }),
  },
  {
    ids: ['wa1440-90-small', 'wa1440-70-small', 'wa1440-60-small'],
    why: 'They cut the 122 cm faces to six rings too; the option is for 50 (40) and 30 m only (RULES 1.2).',
    corrected: (pass) => (sixRing(pass) ? pass : { ...pass, scoring: '10_zone' }),
  },
  {
    ids: ['wa-field-24-red-unmarked'],
    why: 'Their 12 targets have 20 m on the 40 cm face, the middle of 15 to 25 m; their 24 targets 25 m.',
    corrected: (pass) => (pass.cm === 40 ? { ...pass, distance: 20 } : pass),
  },
  {
    ids: ['wa-field-24-blue-unmarked'],
    why: 'Their 12 targets have 37.5 m on the 80 cm face, the middle of 30 to 45 m; their 24 targets 40 m.',
    corrected: (pass) => (pass.cm === 80 ? { ...pass, distance: 37.5 } : pass),
  },
  {
    ids: ['aa-20-720'],
    why: 'Theirs is 30 m like AA30/720 beside it; its name says 20.',
    corrected: (pass) => ({ ...pass, distance: 20 }),
  },
  {
    ids: ['ifaa-indoor', 'ifaa-indoor-unit'],
    why: 'Theirs is 10 yards, the distance of cubs; adults shoot 20 (from memory).',
    corrected: (pass) => ({ ...pass, distance: 20 }),
  },
];

function expectedOf(id: string, passes: readonly OurPass[]): readonly OurPass[] {
  const difference = differences.find(({ ids }) => ids.includes(id));
  if (!difference) return passes;
  const corrected = passes.map(difference.corrected);
  assert.notDeepEqual(corrected, passes, `${id}: no difference any more (${difference.why})`);
  return corrected;
}

const roundFiles = Object.keys(lists).map((file) => `${folder}/${file}`);

goldenTest('rounds: every round of archeryutils is here, with its arrows, faces and distances', roundFiles, (t) => {
  const found = new Set<string>();
  for (const file of Object.keys(lists)) {
    for (const { codename, passes } of readJson<readonly TheirRound[]>(`${folder}/${file}`)) {
      const id = ourId(file, codename);
      const round = findRound(id);
      assert.ok(round, `${file} ${codename}: no ${id}`);
      assert.ok(!found.has(id), `${id} twice`);
      found.add(id);
      const [ours, theirs] = [round.distances.map(passOf), expectedOf(id, passes.map(theirPass))];
      if (isFanned(id)) assert.deepEqual(byFace(ours), byFace(theirs), id);
      else assert.deepEqual(ours, theirs, id);
    }
  }
  t.diagnostic(`${found.size} rounds compared`);
  const alone = rounds.map((round) => round.id).filter((id) => !found.has(id));
  assert.deepEqual(alone, roundsOfOursAlone);
});

/** Ours without a counterpart: sources in RULES.md. */
const roundsOfOursAlone: readonly string[] = [
  'wa720-30',
  'wa720-30-compound',
  'wa720-50-w1',
  'wa1440-90-sixes',
  'wa1440-90-small-5',
  'wa1440-90-long',
  'wa1440-70-sixes',
  'wa1440-70-small-5',
  'wa1440-70-long',
  'wa1440-60-sixes',
  'wa1440-60-small-5',
  'wa1440-60-long',
  'wa1440-short-50',
  'wa1440-short-40',
  'wa900-threes',
  'wa-standard',
  'wa25-18',
  'wa25-18-triple',
  'wa25-18-compound',
  'wa25-18-compound-single',
  'wa18-6',
  'wa-field-48-red-mixed',
  'wa-field-48-blue-mixed',
  'wa-field-48-yellow-mixed',
  'wa-field-48-white-mixed',
  'wa-3d-24-red',
  'wa-3d-48-red',
  'wa-3d-24-blue',
  'wa-3d-48-blue',
  'school-300',
  'id-sd-5',
  'id-sd-10',
  'id-sd-15',
  'id-smp-18',
  'id-sma-18',
  'id-nasional',
  'id-nasional-80',
  'beginner-10',
  'beginner-15',
  'beginner-20',
  'beginner-25',
  'beginner-30',
  'nfaa-field',
  'nfaa-field-unit',
  'nfaa-hunter',
  'nfaa-hunter-unit',
  'nfaa-indoor',
  'nfaa-indoor-5',
  'vegas-300',
  'vegas-900',
  'usa-joad-18',
  'usa-joad-9',
  'nasp',
];
