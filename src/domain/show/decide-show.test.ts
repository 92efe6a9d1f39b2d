// Screens, playlists, announcements and freezes as the desk asks for them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, desk, organiser, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { evolve } from '../evolve.ts';
import { isCurrent, type Playlist } from './show.ts';

const start = smallCompetition();

function after(state: Competition, ...commands: readonly Command[]): Competition {
  let now = state;
  for (const command of commands) {
    const answer = ask(now, command, organiser);
    assert.equal(answer.rejection, undefined, JSON.stringify(command));
    assert.ok(answer.state);
    now = answer.state;
  }
  return now;
}

function refused(state: Competition, command: Command, actor: Actor = organiser) {
  return ask(state, command, actor).rejection;
}

const screen = {
  kind: 'setScreen',
  screen: 'tv-1',
  name: ' Hall ',
  shows: { kind: 'automatic' },
  isBlank: false,
} as const;
const playlist: Playlist = {
  id: 'finals',
  name: 'Finals',
  items: [
    { view: { kind: 'leaderboard', category: 'RM' }, seconds: 10 },
    { view: { kind: 'follow' }, seconds: 5 },
  ],
};

describe('screens', () => {
  test('are taken with a name, told something else, and let go', () => {
    const taken = after(start, screen);
    assert.deepEqual(taken.show.screens.get('tv-1'), {
      ...{ id: 'tv-1', name: 'Hall', shows: { kind: 'automatic' }, isBlank: false },
      setAt: taken.show.screens.get('tv-1')?.setAt,
    });
    const blank = after(taken, { ...screen, name: 'Door', isBlank: true });
    assert.deepEqual(
      [...blank.show.screens.values()].map(({ name, isBlank }) => [name, isBlank]),
      [['Door', true]],
    );
    assert.equal(after(blank, { kind: 'releaseScreen', screen: 'tv-1' }).show.screens.size, 0);
  });

  test('need a name of one line, and show what is there', () => {
    assert.deepEqual(refused(start, { ...screen, name: ' ' }), { code: 'screenWrong', why: 'name' });
    assert.deepEqual(refused(start, { ...screen, screen: 'a/b' }), { code: 'screenWrong', why: 'id' });
    const of = (view: Extract<(typeof playlist.items)[number]['view'], object>) =>
      refused(start, { ...screen, shows: { kind: 'view', view } });
    assert.deepEqual(of({ kind: 'leaderboard', category: 'XX' }), { code: 'unknownCategory', category: 'XX' });
    assert.deepEqual(of({ kind: 'bracket', event: 'XX' }), { code: 'unknownEvent', event: 'XX' });
    assert.deepEqual(refused(start, { ...screen, shows: { kind: 'playlist', playlist: 'x' } }), {
      code: 'unknownPlaylist',
      playlist: 'x',
    });
    assert.deepEqual(refused(start, { kind: 'releaseScreen', screen: 'tv-9' }), {
      code: 'unknownScreen',
      screen: 'tv-9',
    });
  });

  test('are not a tablet’s to run', () => {
    assert.deepEqual(refused(start, screen, tabletAt1), { code: 'notAllowed', role: 'scorer' });
  });
});

describe('playlists', () => {
  test('screens of one that is removed show what goes on', () => {
    const shows = { kind: 'playlist', playlist: 'finals' } as const;
    const playing = after(start, { kind: 'setPlaylist', playlist }, { ...screen, shows });
    assert.deepEqual(playing.show.screens.get('tv-1')?.shows, shows);
    const removed = after(playing, { kind: 'removePlaylist', playlist: 'finals' });
    assert.deepEqual(removed.show.screens.get('tv-1')?.shows, { kind: 'automatic' });
    assert.deepEqual(refused(removed, { kind: 'removePlaylist', playlist: 'finals' }), {
      code: 'unknownPlaylist',
      playlist: 'finals',
    });
  });

  test('have items that stay long enough to be read', () => {
    const wrong = (changed: Partial<Playlist>) =>
      refused(start, { kind: 'setPlaylist', playlist: { ...playlist, ...changed } });
    const follow = { kind: 'follow' } as const;
    assert.deepEqual(wrong({ items: [] }), { code: 'playlistWrong', why: 'items' });
    assert.deepEqual(wrong({ items: [{ view: follow, seconds: 2 }] }), { code: 'playlistWrong', why: 'seconds' });
    assert.deepEqual(wrong({ items: [{ view: follow, seconds: 601 }] }), { code: 'playlistWrong', why: 'seconds' });
    assert.equal(wrong({ items: [{ view: follow, seconds: 600 }] }), undefined);
    assert.deepEqual(wrong({ name: 'a\nb' }), { code: 'playlistWrong', why: 'name' });
  });
});

describe('announcements', () => {
  const lunch = { kind: 'announce', announcement: 'a1', text: ' Lunch at 12 ', place: 'everywhere' } as const;

  test('are shown until they end or are withdrawn', () => {
    const state = after(start, { ...lunch, until: 2_000_000_000_000 });
    const [told] = state.show.announcements.values();
    assert.equal(told?.text, 'Lunch at 12');
    assert.ok(told && isCurrent(told, told.from) && !isCurrent(told, 2_000_000_000_000));
    const withdraw = { kind: 'withdrawAnnouncement', announcement: 'a1' } as const;
    const withdrawn = after(state, withdraw);
    assert.equal(withdrawn.show.announcements.size, 0);
    assert.deepEqual(refused(withdrawn, withdraw), { code: 'unknownAnnouncement', announcement: 'a1' });
  });

  test('of 300 letters and no more, and not of the past', () => {
    assert.equal(refused(start, { ...lunch, text: 'x'.repeat(300) }), undefined);
    const wrong = (changed: Partial<typeof lunch> & { until?: number; text?: string }) =>
      refused(start, { ...lunch, ...changed } as Command);
    assert.deepEqual(wrong({ text: 'x'.repeat(301) as never }), { code: 'announcementWrong', why: 'tooLong' });
    assert.deepEqual(wrong({ text: ' ' as never }), { code: 'announcementWrong', why: 'text' });
    assert.deepEqual(wrong({ until: -1 }), { code: 'announcementWrong', why: 'until' });
  });

  test('that are over make room for others', () => {
    let state = start;
    for (let number = 0; number < 20; number += 1) {
      const fact = { kind: 'announced', announcement: `a${number}`, text: 'x', place: 'screens', until: 50 } as const;
      state = evolve(state, fact, { ...desk, at: 10 });
    }
    const next = { kind: 'announced', announcement: 'next', text: 'x', place: 'screens' } as const;
    assert.equal(evolve(state, next, { ...desk, at: 49 }).show.announcements.size, 21);
    assert.equal(evolve(state, next, { ...desk, at: 50 }).show.announcements.size, 1);
  });
});

describe('what is under review', () => {
  const held = { kind: 'category', category: 'RM' } as const;
  const freeze = { kind: 'freezePublic', held, by: 'Sari', reason: 'line call' } as const;

  test('is frozen once, by a judge, and released once', () => {
    const frozen = after(start, freeze);
    assert.deepEqual(refused(frozen, freeze), { code: 'alreadyFrozen', held: 'RM' });
    const released = after(frozen, { kind: 'releasePublic', held });
    assert.deepEqual(refused(released, { kind: 'releasePublic', held }), { code: 'notFrozen', held: 'RM' });
    assert.deepEqual(refused(start, { ...freeze, by: '' }), { code: 'judgeMissing' });
    assert.deepEqual(refused(start, { ...freeze, held: { kind: 'category', category: 'XX' } }), {
      code: 'unknownCategory',
      category: 'XX',
    });
    assert.deepEqual(refused(start, { ...freeze, held: { kind: 'match', event: 'XX', match: '1/1' } }), {
      code: 'unknownEvent',
      event: 'XX',
    });
  });
});
