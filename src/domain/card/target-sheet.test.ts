import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketOf8, drawnCompetition } from '../../testing/drawn-event.ts';
import { after, fold, score, smallCompetition } from '../../testing/small-competition.ts';
import type { Round } from '../rounds/rounds.ts';
import { roundOfArcher, sheetEndOf, targetSheetOf, withSheetChanges } from './target-sheet.ts';

test('a sheet shows the archers of one butt and what is on their cards', () => {
  const state = after(smallCompetition(), score(3, 1, 0, 'X', '9'));
  const sheet = targetSheetOf(state, 2);
  assert.deepEqual(
    sheet?.archers.map(({ entry, target, roundId, ends }) => ({ entry, target, roundId, ends })),
    [
      { entry: 3, target: '2A', roundId: 'wa720-50-compound', ends: [['X', '9', null, null, null, null]] },
      { entry: 4, target: '2B', roundId: 'wa720-50-compound', ends: [] },
    ],
  );
  assert.equal(sheet?.competitionName, 'Piala Uji');
});

test('a butt where nobody shoots has no sheet', () => {
  for (const butt of [0, 3, 9999]) assert.equal(targetSheetOf(smallCompetition(), butt), undefined);
});

test('one end as it now is, blank while it is not begun', () => {
  const state = after(smallCompetition(), score(1, 1, 1, '7'));
  assert.deepEqual(sheetEndOf(state, 1, 1), { entry: 1, end: 1, arrows: [null, '7', null, null, null, null] });
  assert.deepEqual(sheetEndOf(state, 2, 1)?.arrows, [null, null, null, null, null, null]);
  assert.equal(sheetEndOf(state, 99, 1), undefined);
});

const ownRound = {
  id: 'club-30',
  name: 'Club evening',
  discipline: 'outdoor',
  distances: [{ metres: 30, faceId: '80', ends: 2, arrowsPerEnd: 3 }],
} as const satisfies Round;

test('what is noted of a card is on the sheet, and nothing where nothing is', () => {
  const by = { by: 'Sari', reason: 'seen' };
  const state = fold(smallCompetition(), [
    { kind: 'endHeld', entry: 1, end: 3, cause: 'equipment', ...by },
    { kind: 'endHeld', entry: 1, end: 2, cause: 'bouncer', ...by },
    { kind: 'cardLocked', entry: 2, by: 'Sari' },
    { kind: 'standingSet', entry: 2, standing: 'DNF', ...by },
  ]);
  assert.ok(state);
  const notes = targetSheetOf(state, 1)?.archers.map(({ held, locked, standing }) => ({ held, locked, standing }));
  assert.deepEqual(notes, [
    { held: [2, 3], locked: undefined, standing: undefined },
    { held: undefined, locked: true, standing: 'DNF' },
  ]);
  const [plain] = targetSheetOf(state, 2)?.archers ?? [];
  assert.ok(plain);
  for (const key of ['held', 'locked', 'standing']) assert.equal(key in plain, false, key);
});

test('how many cards are kept, the second card and who has signed are on the sheet', () => {
  const nines = ['9', '9', '9', '9', '9', '9'] as const;
  const state = fold(smallCompetition(), [
    { kind: 'scoringSet', mode: 'two' },
    { kind: 'endChecked', entry: 1, end: 2, arrows: nines },
    { kind: 'endChecked', entry: 1, end: 1, arrows: nines, byAthlete: true },
    { kind: 'cardSigned', entry: 1, as: 'scorer', name: 'Rina', strokes: [] },
    { kind: 'cardSigned', entry: 1, as: 'athlete', name: 'Adi', strokes: [1, 2] },
  ]);
  assert.ok(state);
  const sheet = targetSheetOf(state, 1);
  assert.equal(sheet?.scoring, 'two');
  assert.deepEqual(
    sheet.archers.map(({ checks, signed }) => [checks, signed]),
    [
      [
        [
          { end: 1, arrows: nines, byAthlete: true },
          { end: 2, arrows: nines },
        ],
        ['athlete', 'scorer'],
      ],
      [undefined, undefined],
    ],
  );
  const [shown] = withSheetChanges(sheet, { archers: [], ends: [{ entry: 1, end: 1, arrows: nines }] }).archers;
  assert.ok(shown && !('signed' in shown), 'nobody has signed what was changed');
  assert.equal(shown.checks?.length, 2);
  const plain = targetSheetOf(smallCompetition(), 1);
  for (const key of ['scoring', 'matches']) assert.equal(key in (plain ?? {}), false, key);
});

test('matches that are shot at a butt are on its sheet by time, also where nobody shoots the qualification', () => {
  const slot = (match: string, at: string, a: number, b: number) => ({
    match,
    at: `2026-05-02T${at}`,
    butts: { a, b },
  });
  const slots = [slot('1/1', '15:00', 1, 1), slot('2/1', '13:00', 1, 2), slot('2/2', '13:00', 3, 4)];
  const state = after(drawnCompetition(4, { ...bracketOf8, chart: 4, qualifiers: 4 }), {
    kind: 'scheduleMatches',
    event: 'RM',
    slots,
  });
  const matchesAt = (butt: number) => targetSheetOf(state, butt)?.matches;
  assert.deepEqual(matchesAt(1), [
    { event: 'RM', match: '2/1', at: '2026-05-02T13:00' },
    { event: 'RM', match: '1/1', at: '2026-05-02T15:00' },
  ]);
  assert.deepEqual(matchesAt(4), [{ event: 'RM', match: '2/2', at: '2026-05-02T13:00' }]);
  assert.deepEqual(targetSheetOf(state, 4)?.archers, []);
  assert.equal(matchesAt(5), undefined);
  const device = { kind: 'pairDevice', device: 'f', butt: 4, tokenHash: 'ab', label: 'Final' } as const;
  assert.equal(after(state, device).devices.get('f')?.butt, 4);
});

test('a round of the organiser’s own comes with the sheet, once; those of the catalogue do not', () => {
  const target = (letter: string) => ({ butt: 4, letter });
  const state = fold(smallCompetition(), [
    { kind: 'roundsAdded', rounds: [ownRound] },
    { kind: 'categoriesAdded', categories: [{ code: 'OWN', name: 'Own', roundId: ownRound.id }] },
    {
      kind: 'entriesRegistered',
      entries: ['A', 'B'].map((letter, index) => {
        return { number: 6 + index, name: letter, club: '', category: 'OWN', target: target(letter) };
      }),
    },
  ]);
  assert.ok(state);
  const sheet = targetSheetOf(state, 4);
  assert.deepEqual(sheet?.ownRounds, [ownRound]);
  assert.deepEqual(
    sheet.archers.map((archer) => roundOfArcher(sheet, archer)),
    [ownRound, ownRound],
  );
  const catalogued = targetSheetOf(state, 1);
  assert.ok(catalogued);
  assert.equal('ownRounds' in catalogued, false);
  assert.equal(roundOfArcher(catalogued, { roundId: 'of a newer version' }), undefined);
});

test('changes put a sheet in the state’s shape: a new archer with a new round, ends, an end that is held no longer', () => {
  const archer = { entry: 1, name: 'Adi', club: '', category: 'OWN', target: '4B', roundId: ownRound.id, ends: [] };
  const sheet = { competitionName: 'C', butt: 4, archers: [{ ...archer, held: [1, 2] }], ownRounds: [ownRound] };
  const second = { ...archer, entry: 2, target: '4A', roundId: 'club-20' };
  const next = withSheetChanges(sheet, {
    archers: [second],
    ownRounds: [{ ...ownRound, id: 'club-20' }],
    ends: [
      { entry: 1, end: 1, arrows: ['9', '8', 'M'] },
      { entry: 1, end: 2, arrows: ['9', null, null] },
      { entry: 2, end: 1, arrows: ['7', '7', '7'] },
      { entry: 99, end: 1, arrows: ['7', '7', '7'] },
    ],
  });
  assert.deepEqual(
    next.archers.map(({ target, ends, held }) => ({ target, ends, held })),
    [
      { target: '4A', ends: [['7', '7', '7']], held: undefined },
      {
        target: '4B',
        ends: [
          ['9', '8', 'M'],
          ['9', null, null],
        ],
        held: [2],
      },
    ],
  );
  assert.deepEqual(
    next.ownRounds?.map(({ id }) => id),
    ['club-20', 'club-30'],
  );
  const last = withSheetChanges(next, { archers: [], ends: [{ entry: 1, end: 2, arrows: ['9', '9', '9'] }] });
  assert.equal('held' in (last.archers[1] ?? {}), false);
  const moved = withSheetChanges(last, { archers: [{ ...second, category: 'RM', roundId: 'wa720-70' }], ends: [] });
  assert.deepEqual(
    moved.ownRounds?.map(({ id }) => id),
    ['club-30'],
    'a round that nobody on the sheet shoots any more',
  );
});
