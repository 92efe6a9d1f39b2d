import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  playedMatch,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask, tabletAt1 } from '../../testing/small-competition.ts';
import type { SwapInDraw } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { findDocumentProblem } from '../document/check-document.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import { documentToCompetition } from '../document/document-to-competition.ts';
import { playEvent } from '../event/event-play.ts';
import type { DrawPlace } from './draw.ts';

const place = (text: string): DrawPlace => ({ match: text.slice(0, -1), side: text.endsWith('a') ? 'a' : 'b' });
const swap = (one: string, other: string): SwapInDraw => ({
  ...{ kind: 'swapInDraw', event: 'RM', one: place(one), other: place(other) },
  ...{ by: ' Hakim ', reason: ' same club ' },
});

/** Names from the top of the first round; `-` for nobody. */
function firstRound(state: Competition, ids: readonly string[]): string {
  return ids
    .map((id) => {
      const { seats } = playedMatch(state, id);
      return [seats.a, seats.b].map((seat) => (seat.kind === 'competitor' ? seat.seed : '-')).join('v');
    })
    .join(' ');
}

const quarters = ['3/1', '3/2', '3/3', '3/4'];

test('two archers change places, and who decided it stays in the draw', () => {
  const state = drawnCompetition();
  assert.equal(firstRound(state, quarters), '1v8 5v4 3v6 7v2');
  const { facts, state: swapped } = ask(state, swap('3/1b', '3/3b'));
  const change = { one: place('3/1b'), other: place('3/3b'), by: 'Hakim', reason: 'same club' };
  assert.deepEqual(facts, [{ kind: 'drawSwapped', event: 'RM', ...change }]);
  assert.ok(swapped);
  assert.equal(firstRound(swapped, quarters), '1v6 5v4 3v8 7v2');
  const { changes } = swapped.events.get('RM')?.draw ?? {};
  assert.deepEqual(changes, [{ kind: 'swapped', at: 0, actor: { role: 'organiser' }, ...change }]);
  const document = competitionToDocument(swapped);
  assert.equal(findDocumentProblem(document), undefined);
  assert.deepEqual(
    documentToCompetition(JSON.parse(JSON.stringify(document))).events.get('RM')?.draw?.changes,
    changes,
  );
});

test('a bye changes hands: whoever takes its place goes on, and the other has to shoot', () => {
  const state = drawnCompetition(7);
  assert.equal(firstRound(state, quarters), '1v- 5v4 3v6 7v2');
  const swapped = after(state, swap('3/1b', '3/2a'));
  assert.equal(firstRound(swapped, quarters), '1v5 -v4 3v6 7v2');
  assert.equal(playedMatch(swapped, '3/2').kind, 'bye');
  assert.equal(playedMatch(swapped, '3/1').kind, 'match');
  const seat = playedMatch(swapped, '2/1').seats.b;
  assert.equal(seat.kind === 'competitor' && seat.seed, 4, 'who has the bye stands in the semi-final already');
  const played = ['3/1', '3/3', '3/4', '2/1', '2/2', '1/2', '1/1'].reduce(
    (next, id) => winMatch(next, id, 'a'),
    swapped,
  );
  assert.equal(playedMatch(played, '1/1').winner, 'a');
});

test('in pools a swap changes all matches of both', () => {
  const pools = { ...bracketOf8, system: 'pools', pools: 2, advance: 1, placesShot: 2 } as const;
  const { chart: _, ...elimination } = pools;
  const state = drawnCompetition(8, elimination);
  const seedsOf = (of: Competition, pool: string) =>
    new Set(
      (playEvent(of, 'RM') ?? [])
        .filter(({ drawn: match }) => match.pool === pool)
        .flatMap(({ seats }) => [seats.a, seats.b].map((seat) => (seat.kind === 'competitor' ? seat.seed : 0))),
    );
  assert.deepEqual(seedsOf(state, 'A'), new Set([1, 4, 5, 8]));
  const match = playEvent(state, 'RM')?.find(
    ({ drawn: { pool }, seats: { a } }) => pool === 'A' && a.kind === 'competitor' && a.seed === 1,
  );
  const other = playEvent(state, 'RM')?.find(
    ({ drawn: { pool }, seats: { a } }) => pool === 'B' && a.kind === 'competitor' && a.seed === 2,
  );
  assert.ok(match && other);
  const swapped = after(state, swap(`${match.drawn.id}a`, `${other.drawn.id}a`));
  assert.deepEqual([...seedsOf(swapped, 'A')].sort(), [2, 4, 5, 8]);
  assert.deepEqual([...seedsOf(swapped, 'B')].sort(), [1, 3, 6, 7]);
});

test('what cannot be swapped', () => {
  const state = drawnCompetition(6);
  const codeOf = (command: SwapInDraw, of = state) => ask(of, command).rejection?.code;
  for (const [one, other] of [
    ['2/1a', '3/1a'],
    ['3/1a', '2/1a'],
    ['3/1a', '3/1a'],
    ['9/9a', '3/1a'],
  ] as const)
    assert.equal(codeOf(swap(one, other)), 'drawPlaceWrong', `${one} ${other}`);
  const empty = quarters.flatMap((id) =>
    (['a', 'b'] as const)
      .filter((side) => playedMatch(state, id).seats[side].kind === 'nobody')
      .map((side) => id + side),
  );
  assert.equal(empty.length, 2);
  assert.equal(codeOf(swap(empty[0] ?? '', empty[1] ?? '')), 'drawPlaceWrong', 'two empty places');
  assert.equal(codeOf({ ...swap('3/1a', '3/2a'), by: ' ' }), 'judgeMissing');
  assert.equal(codeOf({ ...swap('3/1a', '3/2a'), reason: ' ' }), 'reasonMissing');
  assert.equal(codeOf({ ...swap('3/1a', '3/2a'), event: 'CM' }), 'unknownEvent');
  assert.equal(codeOf(swap('3/1a', '3/2a'), winMatch(state, '3/2', 'a')), 'matchHasBegun');
  const undrawn = after(state, { kind: 'undrawEvent', event: 'RM', reason: 'again' });
  assert.equal(codeOf(swap('3/1a', '3/2a'), undrawn), 'eventNotDrawn');
  assert.equal(ask(state, swap('3/1a', '3/2a'), tabletAt1).rejection?.code, 'notAllowed');
});

test('after a swap a corrected qualification still gives the seeds anew, on the places as they are now', () => {
  const state = after(drawnCompetition(4, { ...bracketOf8, qualifiers: 4, chart: 4 }), swap('2/1b', '2/2a'));
  const before = firstRound(state, ['2/1', '2/2']);
  const { ends } = state.scorecards.at(2) ?? { ends: [] };
  const corrected = after(state, {
    ...{ kind: 'correctEnd', entry: 2, end: 1, was: ends[0] ?? [] },
    ...{ arrows: ['X', 'X', 'X', 'X', 'X', 'X'], reason: 'misheard' },
  });
  assert.equal(firstRound(corrected, ['2/1', '2/2']), before, 'the same seeds stand on the same places');
  assert.equal(corrected.events.get('RM')?.draw?.competitors[0]?.key, '2');
  assert.equal(corrected.events.get('RM')?.draw?.changes?.length, 1);
});

test('a draw anew has nothing of the swaps before it', () => {
  const state = after(drawnCompetition(), swap('3/1b', '3/3b'));
  const anew = drawn(after(state, { kind: 'undrawEvent', event: 'RM', reason: 'again' }), individualEvent());
  assert.equal(firstRound(anew, quarters), '1v8 5v4 3v6 7v2');
  assert.equal(anew.events.get('RM')?.draw?.changes, undefined);
});

test('nobody leaves a pool for an empty place of the bracket behind the pools', () => {
  const { chart: _, ...common } = bracketOf8;
  const state = drawnCompetition(7, { ...common, system: 'pools', pools: 3, advance: 1, placesShot: 2 });
  const inPool = playEvent(state, 'RM')?.find(({ drawn: match }) => match.pool !== undefined)?.drawn.id;
  const empty = playEvent(state, 'RM')?.find(({ drawn: { a, b } }) => [a, b].some(({ from }) => from === 'nobody'));
  assert.ok(inPool && empty);
  const free = `${empty.drawn.id}${empty.drawn.a.from === 'nobody' ? 'a' : 'b'}`;
  for (const [one, other] of [
    [`${inPool}a`, free],
    [free, `${inPool}a`],
  ] as const)
    assert.deepEqual(ask(state, swap(one, other)).rejection, { code: 'drawPlaceWrong', match: inPool, side: 'a' });
});
