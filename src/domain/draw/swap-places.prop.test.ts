// Whatever places are swapped: everybody still stands in the first round once, the file is right, and somebody wins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bracketOf8, drawnCompetition, winMatch } from '../../testing/drawn-event.ts';
import { ask } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { findDocumentProblem } from '../document/check-document.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import type { Elimination } from '../event/event.ts';
import { playEvent } from '../event/event-play.ts';

const { chart: _, placesShot: __, ...common } = bracketOf8;
const systems: readonly Elimination[] = [
  { ...bracketOf8, placesShot: 8 },
  { ...common, system: 'doubleElimination' },
  { ...common, system: 'roundRobin' },
  { ...common, system: 'pools', pools: 2, advance: 1, placesShot: 2 },
];

/** In a pool somebody stands in many matches: each once. */
function seedsOf(state: Competition): readonly number[] {
  const sources = state.events.get('RM')?.draw?.matches.flatMap(({ a, b }) => [a, b]) ?? [];
  return [...new Set(sources.flatMap((source) => (source.from === 'seed' ? [source.seed] : [])))].sort();
}

function playAll(state: Competition): Competition {
  const next = playEvent(state, 'RM')?.find(({ kind, match, winner }) => kind === 'match' && match && !winner);
  return next ? playAll(winMatch(state, next.drawn.id, next.drawn.number % 2 === 0 ? 'a' : 'b')) : state;
}

const place = fc.record({ at: fc.nat(1_000), side: fc.constantFrom('a' as const, 'b' as const) });

test('swaps lose nobody and double nobody, and the draw can be shot to its end', () => {
  let swapped = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...systems),
      fc.integer({ min: 4, max: 8 }),
      fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 12 }),
      (elimination, archers, pairs) => {
        let state = drawnCompetition(archers, elimination);
        const matches = state.events.get('RM')?.draw?.matches ?? [];
        const before = seedsOf(state);
        for (const pair of pairs) {
          const [one, other] = pair.map(({ at, side }) => ({ match: matches[at % matches.length]?.id ?? '', side }));
          assert.ok(one && other);
          const answer = ask(state, { kind: 'swapInDraw', event: 'RM', one, other, by: 'Hakim', reason: 'seen' });
          if (answer.rejection) assert.equal(answer.rejection.code, 'drawPlaceWrong');
          else swapped += 1;
          state = answer.state ?? state;
        }
        assert.deepEqual(seedsOf(state), before);
        assert.equal(findDocumentProblem(competitionToDocument(state)), undefined);
        const last = playEvent(playAll(state), 'RM')?.filter(({ kind }) => kind === 'match') ?? [];
        assert.ok(last.every(({ score }) => score?.status.kind === 'over'));
      },
    ),
    { numRuns: 40 },
  );
  assert.ok(swapped > 20, String(swapped));
});
