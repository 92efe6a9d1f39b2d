// Whole eliminations of the Games, shot by commands from the ranking round to the final as they were in life.
import assert from 'node:assert/strict';
import {
  arrowsFor,
  bracketOf8,
  drawn,
  individualEvent,
  playedMatch,
  scoreMatch,
  shootCard,
  shotCompetition,
  toValue,
} from '../../testing/drawn-event.ts';
import { goldenTest, type Row, readRows } from '../../testing/shared-data.ts';
import { after, ask, creation } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { NewEntry } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { otherSide, type Side } from '../match/match.ts';
import { qualificationOf } from '../ranking/qualification.ts';
import { findRound } from '../rounds/rounds.ts';
import type { Elimination, EventSetup } from './event.ts';
import { type PlayedMatch, playEvent } from './event-play.ts';
import { proposeSchedule } from './schedule.ts';

const bracketOf64: Elimination = { ...bracketOf8, chart: 64, qualifiers: 64 };

function seedIn({ seats }: PlayedMatch, side: Side): number {
  const seat = seats[side];
  return seat.kind === 'competitor' ? seat.seed : assert.fail('nobody stands here');
}

/** Every match of a draw, one after the other, by whoever knows how it was shot. */
function shootAll(start: Competition, event: string, shoot: (state: Competition, id: string) => Competition) {
  let state = start;
  let [shot, byes] = [0, 0];
  for (const { drawn: each } of playEvent(start, event) ?? assert.fail(event)) {
    const { kind } = playedMatch(state, each.id, event);
    if (kind === 'bye') {
      byes += 1;
      const arrow = scoreMatch(each.id, 'a', '1', ['9'], event);
      assert.equal(ask(state, arrow).rejection?.code, 'byeNeedsNoResult');
      continue;
    }
    assert.equal(kind, 'match', each.id);
    state = shoot(state, each.id);
    shot += 1;
  }
  return { state, shot, byes };
}

const [arrowsFile, matchesFile] = ['tokyo2020_M_arrows.csv', 'tokyo2020_M_matches.csv'];

// By its arrows it is over after four sets, though the source lists a fifth: see match.golden.test.ts.
const contradictory = '143';

goldenTest(
  'Tokyo 2020, men: 64 archers, arrow by arrow, from the ranking round to the final',
  [arrowsFile, matchesFile],
  () => {
    const arrows = Map.groupBy(readRows(arrowsFile), ({ match }) => match ?? '');
    const rows = readRows(matchesFile);
    const bySeeds = new Map(rows.map((row) => [[row.a_seed, row.b_seed].map(Number).sort().join(), row]));
    // The seeds are published, the 72 arrows are not: totals that give them.
    const shotRound = shotCompetition(Array.from({ length: 64 }, (_, index) => ({ total: 100 - index })));
    let start = drawn(shotRound, individualEvent(bracketOf64));
    const plan = { start: '2026-05-01T09:00', minutesPerMatch: 15, minutesBetweenPhases: 5, firstButt: 1, butts: 8 };
    const slots = proposeSchedule(playEvent(start, 'RM') ?? [], { ...plan, buttsPerMatch: 2 }) ?? [];
    start = after(start, { kind: 'scheduleMatches', event: 'RM', slots });

    let shootOffs = 0;
    const { state, shot } = shootAll(start, 'RM', (before, id) => {
      const seeds = (['a', 'b'] as const).map((side) => seedIn(playedMatch(before, id), side));
      const row = bySeeds.get(seeds.sort().join()) ?? assert.fail(`${id}: ${seeds}`);
      const next = shootTokyo(before, id, row, arrows.get(row.match ?? '') ?? []);
      const { score } = playedMatch(next, id);
      if (score?.status.kind === 'over' && score.status.by === 'shootOff') shootOffs += 1;
      return next;
    });
    assert.deepEqual({ shot, shootOffs, slots: slots.length }, { shot: 64, shootOffs: 11, slots: 64 });
    assert.deepEqual(medalSeeds(state, 'RM'), [10, 24, 46, 12]);
  },
);

function shootTokyo(start: Competition, id: string, row: Row, shot: readonly Row[]): Competition {
  const isUpper = Number(row.a_seed) === seedIn(playedMatch(start, id), 'a');
  const archers: Readonly<Record<Side, string | undefined>> = isUpper
    ? { a: row.a_id, b: row.b_id }
    : { a: row.b_id, b: row.a_id };
  const of = (set: number, side: Side) =>
    shot.filter((each) => each.set === String(set) && each.archer_id === archers[side] && each.score !== '');
  const first = shot.find((each) => each.set === '1' && each.shoot_order_flag === '1');
  const begins = first?.archer_id === archers.a ? 'a' : 'b';
  let state = after(start, { kind: 'chooseBeginner', event: 'RM', match: id, begins });
  const sets = [...new Set(shot.map(({ set }) => Number(set)))].sort();
  for (const set of row.match === contradictory ? sets.slice(0, 4) : sets) {
    const place = set === 6 ? 'SO1' : String(set);
    // Whose turn it is comes from the match; the file says who shot first.
    const turn = playedMatch(state, id).begins.at(-1) ?? assert.fail();
    const opened = shot.find((each) => each.set === String(set) && each.shoot_order_flag === '1');
    assert.equal(archers[turn], opened?.archer_id, `${row.match} set ${set}`);
    const inTurns = of(set, turn).flatMap((arrow, box) => [
      { side: turn, arrow, box },
      { side: otherSide(turn), arrow: of(set, otherSide(turn))[box], box },
    ]);
    for (const { side, arrow, box } of inTurns)
      state = after(state, { ...scoreMatch(id, side, place, [toValue(Number(arrow?.score))]), first: box });
  }
  const winner = (row.winner === 'A') === isUpper ? 'a' : 'b';
  const { score, winner: ours } = playedMatch(state, id);
  assert.equal(ours, winner, row.match);
  if (row.match === contradictory) {
    const fifth = scoreMatch(id, 'a', '5', ['10']);
    assert.deepEqual(ask(state, fifth).rejection, { code: 'matchOver', winner });
  } else
    assert.deepEqual(
      [score?.points[isUpper ? 'a' : 'b'], score?.points[isUpper ? 'b' : 'a']],
      [Number(row.a_points), Number(row.b_points)],
    );
  return state;
}

const paris = 'paris2024_men.csv';
const rankingRound = findRound('wa720-70') ?? assert.fail();

/** A published total in 72 arrows, twelve tens among them; how many of these are X is not published, and decides equal totals. */
function parisCard(total: number, xs: number): readonly ArrowValue[] {
  const tens = Array.from({ length: 12 }, (_, index): ArrowValue => (index < xs ? 'X' : '10'));
  return [...tens, ...arrowsFor(total - 120, 60)];
}

function parisCompetition(ranked: readonly Row[], xsOf: (row: Row) => number): Competition {
  const entries = ranked.map(
    ({ participant_code = '', participant_country_code = '' }): NewEntry => ({
      name: participant_code,
      club: participant_country_code,
      category: 'RM',
      target: undefined,
      country: participant_country_code,
    }),
  );
  const categories = [{ code: 'RM', name: 'Men', roundId: rankingRound.id }];
  let state = after(after(undefined, creation), { kind: 'importEntries', categories, entries });
  for (const [index, row] of ranked.entries())
    state = shootCard(state, index + 1, parisCard(Number(row.result), xsOf(row)), rankingRound);
  return state;
}

interface ParisMatch {
  readonly upper: Row;
  readonly lower: Row;
}

function parisMatches(rows: readonly Row[]): readonly ParisMatch[] {
  const pairs = Map.groupBy(
    rows.filter(({ result_type }) => result_type === 'SETS'),
    ({ stage_code }) => stage_code,
  );
  return [...pairs.values()].map((pair) => {
    const [upper, lower] = pair.toSorted((x, y) => Number(x.start_order) - Number(y.start_order));
    return upper && lower ? { upper, lower } : assert.fail();
  });
}

/** Sets that come to the published points, the winner's last: only the points are published. */
function setsFor(won: number, lost: number): readonly ('win' | 'draw' | 'loss')[] {
  const inSets = won === lost + 1 ? lost : won;
  const draws = inSets % 2;
  const times = <T>(what: T, count: number) => Array.from({ length: count }, () => what);
  return [
    ...times('draw' as const, draws),
    ...times('loss' as const, (lost - draws) / 2),
    ...times('win' as const, (inSets - draws) / 2),
  ];
}

function shootParis(start: Competition, event: string, id: string, { upper, lower }: ParisMatch): Competition {
  const points = { a: Number(upper.result), b: Number(lower.result) };
  const winner: Side = upper.result_WLT === 'W' ? 'a' : 'b';
  const [won, lost] = [points[winner], points[otherSide(winner)]];
  let state = start;
  const shoot = (side: Side, place: string, total: number) => {
    const { format } = playedMatch(state, id, event).match ?? assert.fail(id);
    const boxes = place.startsWith('SO') ? format.shootOffArrows : format.arrowsPerEnd;
    state = after(state, scoreMatch(id, side, place, arrowsFor(total * boxes, boxes), event));
  };
  for (const [index, result] of setsFor(won, lost).entries()) {
    shoot(winner, String(index + 1), result === 'loss' ? 8 : 9);
    shoot(otherSide(winner), String(index + 1), result === 'win' ? 8 : 9);
  }
  if (won === lost + 1) {
    shoot(winner, 'SO1', 9);
    shoot(otherSide(winner), 'SO1', 8);
  }
  const played = playedMatch(state, id, event);
  assert.deepEqual([played.score?.points, played.winner], [points, winner], id);
  return state;
}

function shootAllParis(start: Competition, event: string, rows: readonly Row[], seedOf: (row: Row) => number) {
  const matches = parisMatches(rows);
  return shootAll(start, event, (state, id) => {
    const [a, b] = (['a', 'b'] as const).map((side) => seedIn(playedMatch(state, id, event), side));
    const found = matches.find(({ upper, lower }) => seedOf(upper) === a && seedOf(lower) === b);
    return shootParis(state, event, id, found ?? assert.fail(`${id}: ${a} v ${b} was not shot`));
  });
}

function medalSeeds(state: Competition, event: string): readonly number[] {
  return ['1/1', '1/2'].flatMap((id) => {
    const match = playedMatch(state, id, event);
    const winner = match.winner ?? assert.fail();
    return [seedIn(match, winner), seedIn(match, otherSide(winner))];
  });
}

goldenTest('Paris 2024, men: 64 cards, the draw, every match and its set points', [paris], () => {
  const rows = readRows(paris).filter(({ event_code }) => event_code === 'ARCMINDIVID');
  const ranked = rows.filter(({ stage }) => stage === 'Ranking Round');
  const before = (row: Row) =>
    ranked.filter(({ result, rank }) => result === row.result && Number(rank) < Number(row.rank));
  const shot = parisCompetition(ranked, (row) => 12 - before(row).length);
  const start = drawn(shot, individualEvent(bracketOf64));
  const seeds = start.events.get('RM')?.draw?.competitors.map(({ name }) => name) ?? [];
  assert.deepEqual(
    seeds,
    ranked.toSorted((x, y) => Number(x.rank) - Number(y.rank)).map(({ participant_code }) => participant_code),
  );
  const { state, shot: matches, byes } = shootAllParis(start, 'RM', rows, ({ bib }) => Number(bib));
  assert.deepEqual({ matches, byes }, { matches: 64, byes: 0 });
  const country = (seed: number) => ranked.find(({ rank }) => Number(rank) === seed)?.participant_country_code;
  assert.deepEqual(medalSeeds(state, 'RM').map(country), ['KOR', 'USA', 'KOR', 'GER']);
});

goldenTest('Paris 2024, men’s teams: totals of three, byes of the first four, every match', [paris], () => {
  const all = readRows(paris);
  const rows = all.filter(({ event_code }) => event_code === 'ARCMTEAM3');
  const teams = rows.filter(({ stage }) => stage === 'Ranking Round');
  const rankOf = new Map(teams.map(({ participant_country_code, rank }) => [participant_country_code, Number(rank)]));
  // Nations without a team had one archer or two.
  const archers = all.filter(({ event_code, stage }) => event_code === 'ARCMINDIVID' && stage === 'Ranking Round');
  const shot = parisCompetition(archers, (row) => 12 - (rankOf.get(row.participant_country_code) ?? 12));
  const setup: EventSetup = {
    id: 'RM-team',
    name: 'Men’s teams',
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'country', teamsEach: 1 },
    elimination: { ...bracketOf8, chart: 16, qualifiers: 16, formatId: 'set-team' },
    dnfKeepsRank: false,
  };
  const start = drawn(shot, setup);
  assert.deepEqual(
    qualificationOf(start, setup.id)
      ?.rows.filter(({ isIn }) => isIn)
      .map(({ name, total }) => [name, total]),
    teams
      .toSorted((x, y) => Number(x.rank) - Number(y.rank))
      .map(({ participant_country_code, result }) => [participant_country_code, Number(result)]),
  );
  const { state, shot: matches, byes } = shootAllParis(start, setup.id, rows, (row) => Number(row.bib));
  assert.deepEqual({ matches, byes }, { matches: 12, byes: 4 });
  const competitors = state.events.get(setup.id)?.draw?.competitors;
  assert.deepEqual(
    medalSeeds(state, setup.id).map((seed) => competitors?.[seed - 1]?.name),
    ['KOR', 'FRA', 'TUR', 'CHN'],
  );
});
