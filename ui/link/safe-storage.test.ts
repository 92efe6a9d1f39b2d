// Storage that refuses, hangs or fills up: where things go then, what a reload finds, and what the person is told.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createFakeTime, type FakeTime } from './fake-world.ts';
import type { KeptCommand } from './outbox-state.ts';
import { openStringStorage, type StringStore, type TabletStorage } from './outbox-storage.ts';
import { createMemoryStore, createSafeStorage, storeDeadlineMs, storeRetryMs } from './safe-storage.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

const command = (commandId: string, order = 1): KeptCommand => ({
  commandId,
  command: { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X'] },
  ...{ competition: 'c1', butt: 1, order, rejection: undefined },
});

const idsIn = async (storage: TabletStorage) => (await storage.load()).commands.map(({ commandId }) => commandId);

type Mood = 'well' | 'full' | 'hanging';

describe('storage that never refuses', () => {
  let time: FakeTime;
  let maps: [StringStore, StringStore];
  let moods: [Mood, Mood];
  let told: boolean[];
  let storage: TabletStorage;

  /** Full stores still forget. */
  function moody(level: 0 | 1): TabletStorage {
    const map = maps[level];
    return openStringStorage({
      ...map,
      get length() {
        if (moods[level] === 'hanging') throw new Error('not to be reached');
        return map.length;
      },
      setItem(key, value) {
        if (moods[level] === 'full') throw new Error('QuotaExceededError');
        map.setItem(key, value);
      },
    });
  }

  function hangable(store: TabletStorage, level: 0 | 1): TabletStorage {
    const gate =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        moods[level] === 'hanging' ? new Promise<R>(() => undefined) : work(...args);
    return {
      load: gate(store.load),
      savePairing: gate(store.savePairing),
      saveCommand: gate(store.saveCommand),
      saveAcked: gate(store.saveAcked),
      removeCommand: gate(store.removeCommand),
      saveDraft: gate(store.saveDraft),
      removeDraft: gate(store.removeDraft),
      saveSheet: gate(store.saveSheet),
    };
  }

  const open = () =>
    createSafeStorage([hangable(moody(0), 0), hangable(moody(1), 1)], {
      after: time.after,
      changed: (isKept) => told.push(isKept),
    });

  beforeEach(() => {
    time = createFakeTime();
    maps = [createMemoryStore(), createMemoryStore()];
    moods = ['well', 'well'];
    told = [];
    storage = open();
  });

  it('keeps what is acknowledged where it lasts, and nobody is told where nothing does', async () => {
    const acked = (id: string) => ({ ...command(id), saved: { epoch: 'e', seq: 1 } });
    await storage.saveCommand(command('a'));
    await storage.saveAcked(acked('a'));
    moods = ['full', 'well'];
    await storage.saveAcked(acked('b'));
    assert.deepEqual([maps[0].length, maps[1].length, told], [1, 1, []]);
    moods = ['well', 'full'];
    time.advance(storeRetryMs);
    assert.deepEqual(
      (await storage.load()).commands.map(({ commandId, saved }) => [commandId, saved?.seq]),
      [
        ['a', 1],
        ['b', 1],
      ],
    );
    moods = ['full', 'full'];
    await storage.saveCommand(command('c'));
    assert.deepEqual(told, [false]);
    await storage.saveAcked(acked('c'));
    assert.deepEqual(told, [false, true]);
    assert.deepEqual(
      (await storage.load()).commands.filter(({ commandId }) => commandId === 'c'),
      [],
    );
  });

  it('uses the first store alone while that works', async () => {
    await storage.saveCommand(command('a'));
    await storage.saveDraft({ key: 'c1/1/1', slots: ['X', null] });
    assert.deepEqual([maps[0].length, maps[1].length], [2, 0]);
    await storage.removeCommand('a');
    await storage.removeDraft('c1/1/1');
    assert.deepEqual([maps[0].length, maps[1].length, told], [0, 0, []]);
  });

  it('goes to the second when the first is full, and moves back when there is room again', async () => {
    moods[0] = 'full';
    await storage.saveCommand(command('a'));
    assert.deepEqual([maps[0].length, maps[1].length, told], [0, 1, []]);
    moods[0] = 'well';
    time.advance(storeRetryMs);
    await settle();
    assert.deepEqual([maps[0].length, maps[1].length], [1, 0]);
  });

  it('a reload finds what the second has, newer than what the first has, and moves it', async () => {
    await storage.saveDraft({ key: 'c1/1/1', slots: ['X', null] });
    moods[0] = 'full';
    await storage.saveDraft({ key: 'c1/1/1', slots: ['X', '9'] });
    moods[0] = 'well';
    const again = open();
    assert.deepEqual((await again.load()).drafts, [{ key: 'c1/1/1', slots: ['X', '9'] }]);
    time.advance(storeRetryMs);
    await settle();
    assert.equal(maps[1].length, 0);
    assert.deepEqual((await open().load()).drafts, [{ key: 'c1/1/1', slots: ['X', '9'] }]);
  });

  it('keeps in memory what both refuse, says so, and says when it is kept', async () => {
    moods = ['full', 'full'];
    await storage.saveCommand(command('a'));
    assert.deepEqual(told, [false]);
    assert.deepEqual(await idsIn(storage), ['a']);
    assert.deepEqual(await idsIn(open()), []);
    moods = ['full', 'well'];
    time.advance(storeRetryMs);
    await settle();
    assert.deepEqual(told, [false, true]);
    assert.deepEqual(await idsIn(open()), ['a']);
  });

  it('leaves the draft of an end that is in memory only where a reload finds it', async () => {
    await storage.saveDraft({ key: 'c1/1/1', slots: ['X', '9'] });
    moods = ['full', 'full'];
    await storage.saveCommand(command('a'));
    await storage.removeDraft('c1/1/1');
    assert.deepEqual((await open().load()).drafts, [{ key: 'c1/1/1', slots: ['X', '9'] }]);
    moods = ['well', 'well'];
    time.advance(storeRetryMs);
    await settle();
    assert.deepEqual([(await open().load()).drafts, await idsIn(open())], [[], ['a']]);
  });

  it('does not wait for ever for a store that hangs', async () => {
    moods[0] = 'hanging';
    const saved = storage.saveCommand(command('a'));
    await settle();
    time.advance(storeDeadlineMs);
    await saved;
    assert.equal(maps[1].length, 1);
    // From then on at once.
    await storage.saveCommand(command('b'));
    assert.deepEqual([maps[1].length, told], [2, []]);
  });

  it('does not bring back what another tab has sent meanwhile', async () => {
    moods[0] = 'full';
    await storage.saveCommand(command('a'));
    const other = open();
    await other.load();
    await other.removeCommand('a');
    moods[0] = 'well';
    time.advance(storeRetryMs);
    await settle();
    assert.deepEqual([maps[0].length, maps[1].length], [0, 0]);
  });

  it('does not make a worry of a sheet that finds no room', async () => {
    moods = ['full', 'full'];
    await storage.saveSheet({
      ...{ form: 1, competition: 'c1', butt: 1, at: { epoch: 'e', seq: 1 } },
      sheet: { competitionName: 'C', butt: 1, archers: [] },
    });
    assert.deepEqual(told, []);
  });
});
