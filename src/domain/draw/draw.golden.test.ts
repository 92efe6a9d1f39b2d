import assert from 'node:assert/strict';
import { bracketOf, won } from '../../testing/played-draw.ts';
import { goldenTest, type Row, readJson, readRows } from '../../testing/shared-data.ts';
import type { Side } from '../match/match.ts';
import {
  bracketMatchId,
  chartLines,
  inheritedSeed,
  linesOf,
  nextNumber,
  numberInGroup,
  topPlaceOf,
} from './bracket.ts';
import type { DrawMatch } from './draw.ts';
import { playDraw } from './draw-play.ts';
import type { DrawResult } from './draw-result.ts';
import { makeDraw } from './make-draw.ts';
import { type Placed, placesOf } from './match-placing.ts';

const pairs = (places: readonly Placed[]) => places.map(({ place, seed }) => [place, seed]);

const charts = 'bracket_charts/wa_bracket_positions.csv';

goldenTest('every chart, line for line: 2 to 128, and 104, 56, 24', [charts], () => {
  const rows = readRows(charts);
  const column = (matches: number, name: string) =>
    rows.filter((row) => row['phase(matches)'] === String(matches)).map((row) => Number(row[name]));
  // The lines of the final are phase 0; phase 1 is the match for bronze.
  for (const size of [4, 8, 16, 32, 64, 128] as const)
    assert.deepEqual(chartLines(size), column(size / 2, 'seed_power_of_two_chart'), `${size}`);
  assert.deepEqual(chartLines(2), column(0, 'seed_power_of_two_chart'));
  for (const size of [24, 56, 104] as const) {
    const lines = chartLines(size).map((seed) => seed ?? 0);
    assert.deepEqual(lines, column(linesOf(size) / 2, 'seed_104_56_24_chart'), `${size}`);
  }
});

interface TamlynCases {
  readonly archers_and_matches_per_level: readonly (readonly [number, number, number])[];
  readonly match_number_for_seed__seed_level_match: readonly (readonly [number, number, number])[];
  readonly effective_seed__seed_level_effective: readonly (readonly [number, number, number])[];
  readonly placing_bracket__level_match_topPlace: readonly (readonly [number, number, number])[];
  readonly effective_match__level_match_effective: readonly (readonly [number, number, number])[];
  readonly next_match__level_match_won_next: readonly (readonly [number, number, boolean, number])[];
}

goldenTest(
  'match numbers, effective seeds and placing as TamlynScore has them',
  ['tamlynscore_tests/cases.json'],
  () => {
    const cases = readJson<TamlynCases>('tamlynscore_tests/cases.json');
    for (const [level, archers, matches] of cases.archers_and_matches_per_level) {
      const drawn = makeDraw(bracketOf(128, 2), 128);
      assert.equal(drawn.filter((match) => match.level === level).length, matches);
      assert.equal(2 ** level, archers);
    }
    // There a match has the number of the seed whose line its winner takes; ours count from the top of the chart.
    for (const [seed, level, number] of cases.match_number_for_seed__seed_level_match)
      assert.equal(inheritedSeed(seed, level - 1), number, `${seed} ${level}`);
    for (const [seed, level, effective] of cases.effective_seed__seed_level_effective)
      assert.equal(inheritedSeed(seed, level), effective);
    for (const [level, number, place] of cases.placing_bracket__level_match_topPlace)
      assert.equal(topPlaceOf(level, number), place);
    for (const [level, number, effective] of cases.effective_match__level_match_effective)
      assert.equal(numberInGroup(level, number), effective);
    for (const [level, number, won, next] of cases.next_match__level_match_won_next)
      assert.equal(nextNumber(level, number, won ? 'winner' : 'loser'), next, `${level} ${number} ${won}`);
  },
);

interface Shot {
  readonly id: string;
  readonly a: number;
  readonly b: number;
  readonly result: DrawResult;
}

const parisLevels: Readonly<Record<string, number>> = { 'R64-': 6, 'R32-': 5, '8FNL': 4, QFNL: 3, SFNL: 2, 'FNL-': 1 };

/** Matches of one Paris event: the stage code carries the round and the number of the match in it. */
function parisMatches(rows: readonly Row[], seedOf: (row: Row) => number): readonly Shot[] {
  const matches = Map.groupBy(
    rows.filter(({ result_type }) => result_type === 'SETS'),
    ({ stage_code }) => stage_code?.slice(22, 30) ?? '',
  );
  return [...matches].map(([code, pair]) => {
    const level = parisLevels[code.slice(0, 4)] ?? assert.fail(code);
    const upper = pair.find(({ start_order }) => start_order === '1') ?? assert.fail(code);
    const lower = pair.find(({ start_order }) => start_order === '2') ?? assert.fail(code);
    assert.deepEqual([upper.result_WLT, lower.result_WLT].sort(), ['L', 'W'], code);
    const points = { a: Number(upper.result), b: Number(lower.result) };
    return {
      id: bracketMatchId(level, Number(code.slice(4, 8))),
      a: seedOf(upper),
      b: seedOf(lower),
      result: won(upper.result_WLT === 'W' ? 'a' : 'b', { points }),
    };
  });
}

function checkPairings(drawn: readonly DrawMatch[], seeds: number, shot: readonly Shot[]) {
  const results = new Map(shot.map(({ id, result }) => [id, result]));
  const states = playDraw(drawn, seeds, results);
  const ours = [...states.values()].filter(({ kind }) => kind === 'match');
  assert.equal(ours.length, shot.length, 'as many matches as were shot');
  for (const { id, a, b } of shot) assert.deepEqual([states.get(id)?.a, states.get(id)?.b], [a, b], id);
  return { states, results };
}

const paris = 'paris2024_men.csv';

goldenTest('Paris 2024, men: the draw from the 64 scores, every pairing and winner, the places', [paris], () => {
  const rows = readRows(paris).filter(({ event_code }) => event_code === 'ARCMINDIVID');
  const ranked = rows.filter(({ stage }) => stage === 'Ranking Round');
  assert.equal(ranked.length, 64);
  // Equal totals are told apart by 10s and Xs, which this file does not have: the published rank decides among them.
  const drawn = ranked.toSorted((x, y) => Number(y.result) - Number(x.result) || Number(x.rank) - Number(y.rank));
  const seeds = new Map(drawn.map(({ participant_code }, index) => [participant_code, index + 1]));
  const seedOf = ({ participant_code, bib }: Row) => {
    const seed = seeds.get(participant_code) ?? assert.fail();
    assert.equal(seed, Number(bib), 'in matches the bib is the place of the qualification');
    return seed;
  };
  const matches64 = makeDraw(bracketOf(64), 64);
  const { results } = checkPairings(matches64, 64, parisMatches(rows, seedOf));
  const places = placesOf(matches64, 64, results, 'byPhase');
  assert.equal(places.length, 64);
  const countries = places.slice(0, 4).map(({ seed }) => drawn[seed - 1]?.participant_country_code);
  assert.deepEqual(countries, ['KOR', 'USA', 'KOR', 'GER']);
  assert.deepEqual(
    [9, 17, 33].map((place) => places.filter((placed) => placed.place === place).length),
    [8, 16, 32],
  );
  // By set points, 5-4-4-0; their totals, which would tell the two apart, are not in this file.
  assert.deepEqual(pairs(places.slice(4, 8)), [
    [5, 6],
    [6, 8],
    [6, 20],
    [8, 2],
  ]);
});

goldenTest('Paris 2024, men’s teams: totals of three, byes of the first four of twelve, every pairing', [paris], () => {
  const all = readRows(paris);
  const rows = all.filter(({ event_code }) => event_code === 'ARCMTEAM3');
  const teams = rows.filter(({ stage }) => stage === 'Ranking Round');
  assert.equal(teams.length, 12);
  for (const { participant_country_code: country, result } of teams) {
    const archers = all.filter(
      (row) =>
        row.event_code === 'ARCMINDIVID' && row.stage === 'Ranking Round' && row.participant_country_code === country,
    );
    assert.equal(archers.length, 3, country);
    assert.equal(
      archers.reduce((sum, archer) => sum + Number(archer.result), 0),
      Number(result),
      country,
    );
  }
  const seeds = new Map(teams.map(({ participant_code, rank }) => [participant_code, Number(rank)]));
  const matches16 = makeDraw(bracketOf(16), teams.length);
  const { states, results } = checkPairings(
    matches16,
    teams.length,
    parisMatches(rows, ({ participant_code }) => seeds.get(participant_code) ?? assert.fail()),
  );
  const byes = [...states.values()].filter(({ kind }) => kind === 'bye').map(({ winner }) => winner);
  assert.deepEqual(byes, [1, 4, 3, 2]);
  const places = placesOf(matches16, teams.length, results, 'byPhase').map(
    ({ place, seed }) => [place, teams.find(({ rank }) => Number(rank) === seed)?.participant_country_code] as const,
  );
  assert.deepEqual(places.slice(0, 8), [
    [1, 'KOR'],
    [2, 'FRA'],
    [3, 'TUR'],
    [4, 'CHN'],
    [5, 'IND'],
    [5, 'ITA'],
    [7, 'TPE'],
    [8, 'JPN'],
  ]);
  assert.deepEqual(
    places.slice(8).map(([place]) => place),
    [9, 9, 9, 9],
  );
});

const tokyo = 'tokyo2020_M_matches.csv';

/** Set totals of one side: what it shot in a match, without a shoot-off. */
function totalOf(sets: string | undefined): number {
  return (sets ?? '').split(' ').reduce((sum, set) => sum + Number(set), 0);
}

goldenTest('Tokyo 2020, men: every pairing follows from the first round of 64, and so do the places', [tokyo], () => {
  const shot = new Map(
    readRows(tokyo).map(
      (row) =>
        [
          [row.a_seed, row.b_seed]
            .map(Number)
            .sort((x, y) => x - y)
            .join(),
          row,
        ] as const,
    ),
  );
  const matches64 = makeDraw(bracketOf(64), 64);
  const results = new Map<string, DrawResult>();
  for (const { id, level } of matches64) {
    const { a, b } = playDraw(matches64, 64, results).get(id) ?? assert.fail(id);
    const row =
      shot.get(
        [a, b]
          .map(Number)
          .sort((x, y) => x - y)
          .join(),
      ) ?? assert.fail(`${id}: ${a} ${b}`);
    // Two matches of the first round have no stage in the source.
    assert.ok(row.stage === '' ? level === 6 : Number(row.stage) === 7 - level, id);
    results.set(id, resultOfRow(row, Number(row.a_seed) === a));
  }
  assert.equal(results.size, shot.size);
  const places = placesOf(matches64, 64, results, 'byPhase');
  // 10 won the final against 24, 46 was third. Quarter-finals: 4 and 33 lost with 4 set points and 138 each, 2 with 3, 11 with none.
  assert.deepEqual(pairs(places.slice(0, 8)), [
    [1, 10],
    [2, 24],
    [3, 46],
    [4, 12],
    [5, 4],
    [5, 33],
    [7, 2],
    [8, 11],
  ]);
  // By average the same: 138, 138 and 137 of fifteen arrows, and 78 of nine.
  assert.deepEqual(pairs(placesOf(matches64, 64, results, 'byAverage').slice(4, 8)), [
    [5, 4],
    [5, 33],
    [7, 2],
    [8, 11],
  ]);
});

function resultOfRow(row: Row, isUpper: boolean): DrawResult {
  const turned = <T>(a: T, b: T) => (isUpper ? { a, b } : { a: b, b: a });
  const winner: Side = (row.winner === 'A') === isUpper ? 'a' : 'b';
  const arrows = 3 * (row.a_sets ?? '').split(' ').length;
  return won(winner, {
    points: turned(Number(row.a_points), Number(row.b_points)),
    totals: turned(totalOf(row.a_sets), totalOf(row.b_sets)),
    arrows: { a: arrows, b: arrows },
  });
}
