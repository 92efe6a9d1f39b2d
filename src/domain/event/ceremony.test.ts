import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketOf8, drawn, individualEvent, shotCompetition, winMatch } from '../../testing/drawn-event.ts';
import { after } from '../../testing/small-competition.ts';
import { ceremoniesOf } from './ceremony.ts';

const elimination = { ...bracketOf8, qualifiers: 4, chart: 4 } as const;

test('bronze is given first, and events in the order of their finals', () => {
  const archers = ['RM', 'CM'].flatMap((category) =>
    [100, 99, 98, 97].map((total) => ({ total, category, club: `Club of ${total}` })),
  );
  let state = drawn(shotCompetition(archers), individualEvent(elimination));
  state = drawn(state, {
    ...{ id: 'CM', name: 'Compound men', contest: { kind: 'individual', category: 'CM' }, dnfKeepsRank: true },
    elimination: { ...elimination, formatId: 'cumulative-individual' },
  });
  const namesAndState = () => ceremoniesOf(state).map(({ event, isDecided }) => `${event} ${isDecided}`);
  assert.deepEqual(namesAndState(), ['RM false', 'CM false']);
  const at = (event: string, time: string) => {
    const slots = [{ match: '1/1', at: time, butts: { a: 1, b: 2 } }];
    state = after(state, { kind: 'scheduleMatches', event, slots });
  };
  at('RM', '2026-05-02T15:00');
  at('CM', '2026-05-02T14:00');
  for (const match of ['2/1', '2/2', '1/2']) state = winMatch(state, match, 'a');
  assert.deepEqual(namesAndState(), ['CM false', 'RM false']);
  const [, open] = ceremoniesOf(state);
  assert.deepEqual(
    open?.rows.map(({ medal, name }) => `${medal} ${name}`),
    ['bronze Archer 4'],
  );
  state = winMatch(state, '1/1', 'b');
  const [, men] = ceremoniesOf(state);
  assert.equal(men?.isDecided, true);
  assert.deepEqual(
    men?.rows.map(({ medal, name, club, archers: all }) => [medal, name, club, all.length]),
    [
      ['bronze', 'Archer 4', 'Club of 97', 1],
      ['silver', 'Archer 1', 'Club of 100', 1],
      ['gold', 'Archer 3', 'Club of 98', 1],
    ],
  );
});
