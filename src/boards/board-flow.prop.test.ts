// Boards, topic hubs and clients together, with random facts, comings and goings, slow sockets, a new epoch, and messages that take
// their time in both directions: in the end every client shows the state, and none ever met a gap.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { athleteSheetOf } from '../domain/card/athlete-sheet.ts';
import { targetSheetOf } from '../domain/card/target-sheet.ts';
import { clockOfMatch, clocksInOrder, lineClockOf } from '../domain/clock/kept-clock.ts';
import type { Competition } from '../domain/competition.ts';
import { matchSheetOf } from '../domain/event/match-sheet.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import { leaderboardOf } from '../domain/ranking/leaderboard.ts';
import type { Round } from '../domain/rounds/rounds.ts';
import { leftBehind } from '../domain/setup/left-behind.ts';
import { publicOf } from '../domain/show/public-state.ts';
import { showSheetOf } from '../domain/show/show-sheet.ts';
import type { Target } from '../domain/target.ts';
import { anyBoardFact, eventOf } from '../testing/board-facts.ts';
import { type Shown, shownOf, Venue } from '../testing/board-venue.ts';
import { desk } from '../testing/small-competition.ts';
import { parseTopic } from '../wire/topics.ts';

const topics = [
  'leaderboard/c1/RM',
  'leaderboard/c1/CW',
  'leaderboard/c1/NEW',
  'leaderboard/c1/OWN',
  'target/c1/1',
  'target/c1/2',
  'target/c1/3',
  // At which nothing but matches is shot.
  'target/c1/7',
  'match/c1/E/1',
  'match/c1/E/2',
  'match/c1/E/3',
  'match/c1/E/never',
  'athlete/c1/1',
  'athlete/c1/4',
  'athlete/c1/6',
  'clock/c1',
  'clock/c1/1',
  'clock/c1/2',
  'matchClock/c1/E/1',
  'clocks/c1',
  'show/c1',
] as const;

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      facts: fc.array(anyBoardFact, {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      category: fc.constantFrom('RM', 'CW', 'NEW', 'OWN'),
      butt: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('addCategory' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      entry: fc.integer({ min: 1, max: 7 }),
      category: fc.constantFrom('RM', 'CW', 'NEW', 'OWN'),
      butt: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'bringBack' as const),
      entry: fc.integer({ min: 1, max: 7 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('follow' as const, 'leave' as const),
      client: fc.nat(2),
      topic: fc.constantFrom(...topics),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('reconnect' as const, 'slow' as const, 'recover' as const),
      client: fc.nat(2),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom('carryToLive' as const, 'writeSlice' as const, 'carryToMain' as const, 'wake' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('sweep' as const, 'restore' as const, 'tellOfRestore' as const) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const beginning: readonly Fact[] = [
  {
    kind: 'competitionCreated',
    name: 'Piala Uji',
    venue: '',
    from: '2026-05-01',
    to: '2026-05-01',
    discipline: 'outdoor',
    ruleSetId: 'wa-2026',
  },
  {
    kind: 'categoriesAdded',
    categories: [
      { code: 'RM', name: 'Recurve Men', roundId: 'wa720-70' },
      { code: 'CW', name: 'Compound Women', roundId: 'wa720-50-compound' },
    ],
  },
  {
    kind: 'entriesRegistered',
    entries: [1, 2, 3, 4].map((number) => {
      const target = { butt: 1 + (number % 2), letter: 'ABCD'[number - 1] ?? 'A' };
      return { number, name: `Archer ${number}`, club: '', category: number < 3 ? 'RM' : 'CW', target };
    }),
  },
  eventOf('RM', 2),
];

const ownRound: Round = {
  id: 'club-30',
  name: 'Club evening',
  discipline: 'outdoor',
  distances: [{ metres: 30, faceId: '80', ends: 6, arrowsPerEnd: 3 }],
};

function begin(): Competition {
  let state: Competition | undefined;
  for (const fact of beginning) state = evolve(state, fact, desk);
  assert.ok(state);
  return state;
}

function registration(state: Competition, category: string, butt: number): Fact {
  const number = state.entryCount + 1;
  const target = butt === 0 ? undefined : orNowhere(state, number, { butt, letter: 'ABCDEFGH'[number % 8] ?? 'A' });
  return {
    kind: 'entriesRegistered',
    entries: [{ number, name: `Archer ${number}`, club: 'New', category, target, also: ['RM'] }],
  };
}

/** No facts where nobody is; nobody comes to a place where somebody is. */
function changeOf(state: Competition, number: number, category: string, butt: number): readonly Fact[] {
  const was = state.entries.at(number);
  if (!was || !state.categories.has(category)) return [];
  const place = { butt, letter: 'ABCDEFGH'[number % 8] ?? 'A' };
  const name = `${was.name}.`.slice(0, 20);
  const entries = [{ ...was, name, category, target: butt === 0 ? undefined : orNowhere(state, number, place) }];
  return [{ kind: 'entriesChanged', entries, ...leftBehind(state, entries) }];
}

function bringBackOf(state: Competition, number: number): readonly Fact[] {
  const found = state.withdrawn.get(number)?.entry;
  if (!found) return [];
  return [{ kind: 'entriesRestored', entries: [{ ...found, target: orNowhere(state, number, found.target) }] }];
}

function orNowhere({ entries }: Competition, number: number, place: Target | undefined): Target | undefined {
  const isTaken = [...entries.values()].some(
    ({ number: other, target }) => other !== number && target?.butt === place?.butt && target?.letter === place?.letter,
  );
  return isTaken ? undefined : place;
}

function take(venue: Venue, next: Step): Promise<void> | void {
  const client = 'client' in next ? venue.clients[next.client] : undefined;
  switch (next.kind) {
    case 'commit':
      return venue.commit(next.facts);
    case 'register':
      return venue.commit([registration(venue.state, next.category, next.butt)]);
    case 'change':
      return venue.commit(changeOf(venue.state, next.entry, next.category, next.butt));
    case 'withdraw':
      return venue.commit([{ kind: 'entriesWithdrawn', entries: [next.entry], reason: '' }]);
    case 'bringBack':
      return venue.commit(bringBackOf(venue.state, next.entry));
    case 'addCategory':
      return venue.commit([
        { kind: 'roundsAdded', rounds: [ownRound] },
        {
          kind: 'categoriesAdded',
          categories: [
            { code: 'NEW', name: 'New', roundId: 'wa720-60' },
            { code: 'OWN', name: 'Own', roundId: ownRound.id },
          ],
        },
      ]);
    case 'follow':
      return client && venue.follow(client, next.topic);
    case 'leave':
      return client && venue.leave(client, next.topic);
    case 'reconnect':
      return client && venue.reconnect(client);
    case 'slow':
      if (client) client.isSlow = true;
      return undefined;
    case 'recover':
      return client && venue.recover(client);
    case 'carryToLive':
      return venue.carryToLive();
    case 'writeSlice':
      return venue.writeSlice();
    case 'carryToMain':
      return venue.carryToMain();
    case 'wake':
      return venue.wakeOne();
    case 'sweep':
      for (let second = 0; second < 20; second += 1) venue.hubs.sweep();
      return undefined;
    case 'restore':
      return venue.restore(begin());
    case 'tellOfRestore':
      return venue.tellOfRestore();
  }
}

function expectedOf(name: string, state: Competition): Shown | undefined {
  const topic = parseTopic(name);
  assert.ok(topic);
  switch (topic.kind) {
    case 'leaderboard': {
      const leaderboard = leaderboardOf(state, topic.category);
      return leaderboard && shownOf({ kind: 'leaderboard', leaderboard });
    }
    case 'target': {
      const sheet = targetSheetOf(state, topic.butt);
      return sheet && shownOf({ kind: 'targetSheet', sheet });
    }
    case 'match': {
      const sheet = matchSheetOf(state, topic.event, topic.match);
      return sheet && shownOf({ kind: 'match', sheet });
    }
    case 'athlete': {
      const sheet = athleteSheetOf(state, topic.entry);
      return sheet && shownOf({ kind: 'athlete', sheet });
    }
    case 'clock': {
      const clock = lineClockOf(state.clocks, topic.session);
      return clock && shownOf({ kind: 'clock', clock });
    }
    case 'matchClock': {
      const clock = clockOfMatch(state.clocks, topic.event, topic.match);
      return clock && shownOf({ kind: 'matchClock', clock });
    }
    case 'clocks':
      return shownOf({ kind: 'clocks', clocks: clocksInOrder(state.clocks) });
    case 'show':
      return shownOf({ kind: 'show', show: showSheetOf(state) });
  }
}

test('whatever happens, every client ends with the state on its screen and never meets a gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 150, size: 'max' }), fc.constantFrom(0, 10), async (steps, gapMs) => {
      const venue = new Venue(begin(), gapMs);
      for (let count = 0; count < 3; count += 1) venue.connect();
      for (const next of steps) await take(venue, next);
      await venue.settle();
      for (const { wanted } of venue.clients) {
        for (const [name, { shown, isMissing }] of wanted) {
          const expected = expectedOf(name, publicOf(venue.state));
          assert.deepEqual(shown, expected, name);
          assert.equal(isMissing, expected === undefined, name);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
