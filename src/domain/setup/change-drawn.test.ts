// What changing an entry does to eliminations that are drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketOf8, drawn, drawnCompetition, shotCompetition, winMatch } from '../../testing/drawn-event.ts';
import { after, ask } from '../../testing/small-competition.ts';
import type { ChangeEntries, NewEntry } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { EventSetup } from '../event/event.ts';

function changing(state: Competition, entry: number, now: Partial<NewEntry>): ChangeEntries {
  const found = state.entries.at(entry);
  assert.ok(found);
  const { number: _, ...was } = found;
  return { kind: 'changeEntries', changes: [{ entry, was, now: { ...was, ...now } }] };
}

const competitorsOf = (state: Competition, event = 'RM') =>
  state.events.get(event)?.draw?.competitors.map(({ key, name }) => [key, name]) ?? assert.fail();

const start = drawnCompetition();

test('a name that was written wrong is right in the draw too, also while a match is shot', () => {
  for (const state of [start, winMatch(start, '3/1', 'a')]) {
    const next = after(state, changing(state, 1, { name: 'Ardi' }));
    const others = competitorsOf(state).slice(1);
    assert.deepEqual(competitorsOf(next), [['1', 'Ardi'], ...others]);
    assert.equal(next.events.get('RM')?.cards, state.events.get('RM')?.cards);
  }
});

test('who is in a draw keeps the category, and is not withdrawn', () => {
  const other = { code: 'RM2', name: 'Second league', roundId: 'short' };
  const leaving = { ...changing(start, 1, { category: 'RM2' }), categories: [other] };
  const inDraw = { code: 'entryInDraw', name: 'Archer 1', event: 'RM' };
  assert.deepEqual(ask(start, leaving).rejection, inDraw);
  const also = { ...changing(start, 1, { also: ['RM2'] }), categories: [other] };
  assert.deepEqual(ask(start, also).rejection, inDraw);
  const withdrawn = ask(start, { kind: 'withdrawEntries', entries: [1], reason: '' });
  assert.equal(withdrawn.rejection?.code, 'cardIsWritten');
  assert.equal(ask(start, changing(start, 1, { club: 'Elang', country: 'INA' })).rejection, undefined);
});

const ofFour = { ...bracketOf8, chart: 4, qualifiers: 4 } as const;
const archers = [100, 99, 98, 97, 96].map((total) => ({ total }));

test('who comes into a category that is drawn takes the seed that the score gives, before the first match', () => {
  const shot = shotCompetition([...archers, { total: 101, category: 'RX' }]);
  const state = drawn(shot, {
    ...{ id: 'RM', name: 'Recurve men', contest: { kind: 'individual', category: 'RM' }, dnfKeepsRank: true },
    elimination: ofFour,
  });
  const coming = changing(state, 6, { category: 'RM' });
  const { facts, state: next } = ask(state, coming);
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['entriesChanged', 'eventReseeded'],
  );
  assert.deepEqual(next && competitorsOf(next).map(([key]) => key), ['6', '1', '2', '3']);
  const begun = winMatch(state, '2/1', 'a');
  assert.equal(ask(begun, coming).rejection?.code, 'seedingFixed');
});

test('another club makes other teams', () => {
  const clubs = ['Garuda', 'Garuda', 'Garuda', 'Elang', 'Elang', 'Elang', 'Elang'];
  const setup: EventSetup = {
    ...{ id: 'RM-team', name: 'Teams', dnfKeepsRank: true },
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 1 },
    elimination: { ...bracketOf8, chart: 2, qualifiers: 2, placesShot: 2, formatId: 'set-team' },
  };
  const state = drawn(shotCompetition(clubs.map((club, index) => ({ club, total: 100 - index }))), setup);
  const { facts, state: next } = ask(state, changing(state, 7, { club: 'Garuda' }));
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['entriesChanged'],
    'the fourth of a club makes no other team',
  );
  assert.ok(next);
  const best = ask(next, changing(next, 1, { club: 'Elang' }));
  assert.ok(best.state);
  assert.deepEqual(
    best.state.events.get('RM-team')?.draw?.competitors.map(({ name, entries }) => [name, [...entries].sort()]),
    [
      ['Elang', [1, 4, 5]],
      ['Garuda', [2, 3, 7]],
    ],
  );
});
