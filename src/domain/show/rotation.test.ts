// Which view a screen shows when.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { automaticItems, currentAnnouncements, type Going, itemsOf, pageAt, turnAt } from './rotation.ts';
import { codeOfScreen } from './screen-code.ts';
import type { PlaylistItem } from './show.ts';

const going: Going = {
  categories: [
    { code: 'RM', entries: 25 },
    { code: 'CW', entries: 0 },
    { code: 'RW', entries: 4 },
  ],
  events: [{ id: 'RW', category: 'RW', isDrawn: true, pages: 4 }],
  ...{ scheduled: 0, medals: 0, isClockGoing: false, announcements: 0 },
};
const items: readonly PlaylistItem[] = [
  { view: { kind: 'leaderboard', category: 'RM' }, seconds: 10 },
  { view: { kind: 'leaderboard', category: 'CW' }, seconds: 10 },
  { view: { kind: 'follow' }, seconds: 5 },
];

test('items come in turn, a long list for longer, what is empty is left out', () => {
  const at = (seconds: number) => {
    const turn = turnAt(items, going, seconds * 1_000);
    return turn && [turn.view.kind, turn.startedAt, turn.wholeMs];
  };
  assert.deepEqual(at(0), ['leaderboard', 0, 30_000]);
  assert.deepEqual(at(29), ['leaderboard', 0, 30_000]);
  assert.deepEqual(at(30), ['follow', 30_000, 5_000]);
  assert.deepEqual(at(35), ['leaderboard', 35_000, 30_000]);
});

test('a large bracket has the time for its pages', () => {
  assert.equal(turnAt([{ view: { kind: 'bracket', event: 'RW' }, seconds: 20 }], going, 0)?.wholeMs, 80_000);
});

test('everything that goes on: leaderboards, or the bracket of who is drawn', () => {
  const views = automaticItems(going).map(({ view }) => ('category' in view ? view.category : view.kind));
  assert.deepEqual(views, ['RM', 'CW', 'bracket', 'announcements', 'schedule', 'medals', 'follow']);
  assert.deepEqual(itemsOf({ kind: 'playlist', playlist: 'gone' }, { playlists: [] }, going), automaticItems(going));
});

test('one view is shown also while it is empty, a playlist without anything is not', () => {
  const [, empty] = items;
  assert.ok(empty);
  assert.equal(turnAt([empty], going, 0)?.view.kind, 'leaderboard');
  assert.equal(turnAt([empty, empty], going, 0), undefined);
  assert.equal(turnAt([], going, 0), undefined);
});

test('whatever the playlist and the time: a turn of an item that has something, and its end is the next one’s beginning', () => {
  const item = fc.record({
    view: fc.constantFrom(...items.map(({ view }) => view)),
    seconds: fc.integer({ min: 3, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 2e12 }), (list, now) => {
      const turn = turnAt(list, going, now);
      if (!turn) return list.every(({ view }) => 'category' in view && view.category === 'CW');
      const endsAt = turn.startedAt + turn.wholeMs;
      assert.ok(turn.startedAt <= now && now < endsAt);
      assert.deepEqual(turnAt(list, going, endsAt - 1), turn);
      assert.equal(turnAt(list, going, endsAt)?.startedAt, endsAt);
      return true;
    }),
  );
});

test('every page of a list has the same time, in order, however many a screen makes of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), (pages, seconds) => {
      const turn = { startedAt: 5_000, wholeMs: seconds * 1_000 };
      const shown: number[] = [];
      let now = turn.startedAt;
      while (now < turn.startedAt + turn.wholeMs - 0.01) {
        const { page, leftMs } = pageAt(turn, pages, now + 0.001);
        assert.ok(Math.abs(leftMs - turn.wholeMs / pages) < 0.01);
        shown.push(page);
        now += turn.wholeMs / pages;
      }
      assert.deepEqual(
        shown,
        Array.from({ length: pages }, (_, page) => page),
      );
    }),
  );
  assert.equal(pageAt({ startedAt: 0, wholeMs: 100 }, 4, 100).page, 3, 'the last one stays until the turn is over');
  assert.equal(pageAt({ startedAt: 0, wholeMs: 100 }, 4, -1).page, 0);
});

test('an announcement for screens only is on TVs and nowhere else, and ends by the appliance’s time', () => {
  const announcements = [
    { id: 'a', text: 'a', place: 'everywhere', from: 10, until: 20 },
    { id: 'b', text: 'b', place: 'screens', from: 10 },
  ] as const;
  const of = (now: number, place: 'tv' | 'elsewhere') =>
    currentAnnouncements({ announcements }, now, place).map(({ id }) => id);
  assert.deepEqual([of(9, 'tv'), of(10, 'tv'), of(20, 'tv')], [[], ['a', 'b'], ['b']]);
  assert.deepEqual(of(10, 'elsewhere'), ['a']);
});

test('a screen’s code follows from its id, and screens of a venue have different ones', () => {
  const ids = Array.from({ length: 60 }, (_, number) => `${number}${'0'.repeat(30)}`);
  assert.equal(codeOfScreen('hall'), codeOfScreen('hall'));
  for (const id of ids) assert.match(codeOfScreen(id), /^[A-Z2-9]{4}$/);
  assert.ok(new Set(ids.map(codeOfScreen)).size > 58);
});
