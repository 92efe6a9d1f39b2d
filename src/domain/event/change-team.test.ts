import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketOf8, drawn, playedMatch, scoreMatch, shotCompetition, winMatch } from '../../testing/drawn-event.ts';
import { after, ask } from '../../testing/small-competition.ts';
import type { ChangeTeam } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { teamProblems } from './change-team.ts';
import type { EventSetup } from './event.ts';
import { matchSheetOf } from './match-sheet.ts';

const event: EventSetup = {
  id: 'T',
  name: 'Teams',
  contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 2 },
  elimination: { ...bracketOf8, qualifiers: 4, chart: 4, formatId: 'set-team' },
  dnfKeepsRank: false,
};

/** Garuda 1-3 and 4-6 with 7 behind them; Elang 8-10; Merak 11-13, of whom 14 shoots something else and 15 has not shot. */
function teams(): Competition {
  const archers = [
    ...Array.from({ length: 7 }, (_, index) => ({ total: 110 - index, club: 'Garuda' })),
    ...Array.from({ length: 3 }, (_, index) => ({ total: 95 - index, club: 'Elang' })),
    ...Array.from({ length: 3 }, (_, index) => ({ total: 85 - index, club: 'Merak' })),
    { total: 60, club: 'Merak', category: 'BM' },
    { total: 40, club: 'Merak' },
  ];
  return drawn(shotCompetition(archers), event);
}

function change(team: string, was: readonly number[], entries: readonly number[]): ChangeTeam {
  return { kind: 'changeTeam', event: 'T', team, was, entries, by: 'Captain', reason: 'ill' };
}

const teamOf = (state: Competition, team: string) =>
  state.events.get('T')?.draw?.competitors.find(({ key }) => key === team)?.entries;

test('a substitute of the same club comes in, and the order is the captain’s', () => {
  const { state, facts } = ask(teams(), change('Garuda#1', [1, 2, 3], [7, 3, 1]));
  assert.ok(state);
  const said = { team: 'Garuda#1', was: [1, 2, 3], entries: [7, 3, 1], by: 'Captain', reason: 'ill' };
  assert.deepEqual(facts, [{ kind: 'teamChanged', event: 'T', ...said }]);
  assert.deepEqual(teamOf(state, 'Garuda#1'), [7, 3, 1]);
  assert.deepEqual(teamOf(state, 'Garuda#2'), [4, 5, 6], 'no other team is touched');
  const match = state.events.get('T')?.draw?.matches[0]?.id ?? '';
  assert.deepEqual(matchSheetOf(state, 'T', match)?.sides.a.archers, ['Archer 7', 'Archer 3', 'Archer 1']);
  const back = after(state, change('Garuda#1', [7, 3, 1], [1, 2, 3]));
  assert.equal(back.events.get('T')?.draw?.changes?.length, 2);
});

test('who cannot be in a team', () => {
  const state = teams();
  const met = new Set<string>();
  const refuses = (why: string, command: ChangeTeam, of = state) => {
    const { rejection } = ask(of, command);
    assert.deepEqual(rejection, { code: 'teamWrong', team: command.team, why });
    met.add(why);
  };
  refuses('unknown', change('Rajawali#1', [], [1, 2, 3]));
  refuses('changedMeanwhile', change('Garuda#1', [1, 2, 7], [1, 2, 3]));
  refuses('unchanged', change('Garuda#1', [1, 2, 3], [1, 2, 3]));
  refuses('size', change('Garuda#1', [1, 2, 3], [1, 2]));
  refuses('twice', change('Garuda#1', [1, 2, 3], [1, 2, 2]));
  refuses('notTheirs', change('Garuda#1', [1, 2, 3], [1, 2, 8]));
  refuses('notTheirs', change('Garuda#1', [1, 2, 3], [1, 2, 99]));
  refuses('otherTeam', change('Garuda#1', [1, 2, 3], [1, 2, 4]));
  refuses('parts', change('Merak#1', [11, 12, 13], [11, 12, 14]));
  const entered = after(state, {
    kind: 'importEntries',
    categories: [],
    entries: [{ name: 'Late', club: 'Merak', category: 'RM', target: undefined }],
  });
  refuses('notShot', change('Merak#1', [11, 12, 13], [11, 12, 16]), entered);
  const single = drawn(shotCompetition([{ total: 100 }, { total: 90 }]), {
    ...{ id: 'T', name: 'One', contest: { kind: 'individual', category: 'RM' }, dnfKeepsRank: true },
    elimination: { ...bracketOf8, qualifiers: 2, chart: 2, placesShot: 2 },
  });
  refuses('notATeam', change('1', [1], [2]), single);
  assert.deepEqual([...met].sort(), [...teamProblems].sort());
  const codeOf = (command: ChangeTeam) => ask(state, command).rejection?.code;
  assert.equal(codeOf({ ...change('Garuda#1', [1, 2, 3], [7, 1, 2]), by: '' }), 'judgeMissing');
  assert.equal(codeOf({ ...change('Garuda#1', [1, 2, 3], [7, 1, 2]), reason: '' }), 'reasonMissing');
  assert.equal(codeOf({ ...change('Garuda#1', [1, 2, 3], [7, 1, 2]), event: 'X' }), 'unknownEvent');
});

test('between two matches, never in the middle of one', () => {
  const state = teams();
  const semi =
    state.events.get('T')?.draw?.matches.find(({ a, b }) => a.from === 'seed' && b.from === 'seed')?.id ?? '';
  const { seats } = playedMatch(state, semi, 'T');
  assert.ok(seats.a.kind === 'competitor' && seats.a.competitor.key === 'Garuda#1');
  const command = change('Garuda#1', [1, 2, 3], [7, 2, 3]);
  const begun = after(state, scoreMatch(semi, 'a', '1', ['9', '9', '9', '9', '9', '9'], 'T'));
  assert.equal(ask(begun, command).rejection?.code, 'matchHasBegun');
  const won = winMatch(state, semi, 'a', 'T');
  assert.deepEqual(teamOf(after(won, command), 'Garuda#1'), [7, 2, 3]);
});

test('a team that the organiser made stays so when the qualification is corrected', () => {
  const state = teams();
  const corrected = (of: Competition) => {
    const { ends } = of.scorecards.at(7) ?? { ends: [] };
    return after(of, {
      ...{ kind: 'correctEnd', entry: 7, end: 1, was: ends[0] ?? [] },
      ...{ arrows: ['X', 'X', 'X', 'X', 'X', 'X'], reason: 'misheard' },
    });
  };
  assert.ok(teamOf(corrected(state), 'Garuda#1')?.includes(7), 'as the ranking has it');
  const chosen = after(state, change('Garuda#1', [1, 2, 3], [3, 2, 1]));
  assert.deepEqual(teamOf(corrected(chosen), 'Garuda#1'), [3, 2, 1]);
});
