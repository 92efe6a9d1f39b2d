import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../../domain/arrow-value.ts';
import type { Command } from '../../domain/commands.ts';
import { createMemoryIntake } from '../../testing/memory-intake.ts';
import { creation, newEntry } from '../../testing/small-competition.ts';
import type { FeedPace } from './competition-feed.ts';
import { createFeeds, type FeedLimits, feedLimits } from './feeds.ts';

/** Time that stands still until it is moved. */
function manualPace() {
  let now = 1_000;
  const waiting = new Set<{ readonly at: number; readonly call: () => void }>();
  const pace: FeedPace = {
    now: () => now,
    after(milliseconds, call) {
      const each = { at: now + milliseconds, call };
      waiting.add(each);
      return () => waiting.delete(each);
    },
  };
  function advance(milliseconds: number): void {
    const until = now + milliseconds;
    for (;;) {
      const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      waiting.delete(next);
      now = Math.max(now, next.at);
      next.call();
    }
    now = until;
  }
  return { pace, advance, waiting };
}

interface Told {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: {
    readonly board: string;
    readonly rows?: readonly { readonly total: number }[];
    readonly underReview?: unknown;
  };
}

/** A reader with as much room as it is given. */
function createReader() {
  let text = '';
  let drained: (() => void) | undefined;
  const state = { isReading: true, isOver: false as false | 'ended' | 'cut' };
  return {
    state,
    sink: {
      write(more: string) {
        text += more;
        return state.isReading;
      },
      once: (_: 'drain', listener: () => void) => {
        drained = listener;
      },
      end() {
        state.isOver = 'ended';
      },
      destroy() {
        state.isOver = 'cut';
      },
    },
    readOn() {
      state.isReading = true;
      const call = drained;
      drained = undefined;
      call?.();
    },
    take(): readonly Told[] {
      const events = text.split('\n\n').filter((each) => each.includes('event: '));
      text = '';
      return events.map((each) => {
        const field = (name: string) =>
          each
            .split('\n')
            .find((line) => line.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        return { id: field('id'), event: field('event') ?? '', data: JSON.parse(field('data') ?? '') };
      });
    },
    raw: () => text,
  };
}

async function openFeed(limits: Partial<FeedLimits> = {}) {
  const intake = createMemoryIntake();
  const { pace, advance, waiting } = manualPace();
  const feeds = createFeeds({ intake }, { ...feedLimits, ...limits }, pace);
  let commands = 0;
  const command = async (each: Command) => {
    commands += 1;
    const commandId = commands.toString(16).padStart(32, '0');
    const outcome = await intake.submit('c1', each, { commandId, at: 1, actor: { role: 'organiser' } });
    assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
  };
  await command(creation);
  await command({
    kind: 'importEntries',
    categories: [
      { code: 'RM', name: 'Recurve Men', roundId: 'wa720-70' },
      { code: 'CW', name: 'Compound Women', roundId: 'wa720-50-compound' },
    ],
    entries: [newEntry('Adi', 'RM'), newEntry('Budi', 'RM'), newEntry('Citra', 'CW')],
  });
  const shoot = (entry: number, first: number, ...arrows: readonly ArrowValue[]) =>
    command({ kind: 'scoreArrows', entry, end: 1, first, arrows });
  function follow(lastId?: string, wants = (_: string) => true) {
    const reader = createReader();
    const stop = feeds.follow('c1', reader.sink, { wants, lastId });
    return { ...reader, stop };
  }
  return { intake, feeds, advance, waiting, command, shoot, follow };
}

const names = (told: readonly Told[]) => told.map(({ data }) => data.board);
const totals = (told: readonly Told[]) => told.map(({ data }) => data.rows?.map(({ total }) => total));

test('a newcomer is told everything, then what changes, each moment with one id at its end', async () => {
  const { shoot, follow, advance } = await openFeed();
  const reader = follow();
  const first = reader.take();
  assert.deepEqual(names(first), ['leaderboard/RM', 'leaderboard/CW', 'clocks', 'show']);
  assert.deepEqual(
    first.map(({ id }) => id !== undefined),
    [false, false, false, true],
  );
  await shoot(1, 0, 'X');
  advance(500);
  const next = reader.take();
  assert.deepEqual([names(next), totals(next)], [['leaderboard/RM'], [[10, 0]]]);
  assert.match(next[0]?.id ?? '', /^e1\.\d+$/);
});

test('changes that come faster are told together, no oftener than twice a second', async () => {
  const { shoot, follow, advance } = await openFeed();
  const reader = follow();
  advance(500);
  reader.take();
  await shoot(1, 0, 'X');
  advance(0);
  assert.deepEqual(totals(reader.take()), [[10, 0]], 'the first at once');
  await shoot(1, 1, '9');
  await shoot(2, 0, '8');
  await shoot(1, 2, '7');
  advance(499);
  assert.deepEqual(reader.take(), []);
  advance(1);
  assert.deepEqual(totals(reader.take()), [[26, 8]]);
});

test('a reader that does not read holds up nobody, and is told the newest when it reads again', async () => {
  const { shoot, follow, advance } = await openFeed();
  const [slow, quick] = [follow(), follow()];
  slow.take();
  quick.take();
  slow.state.isReading = false;
  await shoot(1, 0, 'X');
  advance(500);
  const held = slow.raw().length;
  for (const [box, value] of (['9', '8', '7', '6', '5'] as const).entries()) {
    await shoot(1, box + 1, value);
    advance(500);
  }
  assert.equal(quick.take().length, 6);
  assert.equal(slow.raw().length, held, 'nothing waits for it');
  slow.take();
  slow.readOn();
  assert.deepEqual(totals(slow.take()), [[45, 0]]);
});

test('who comes again with the last id is told what changed since, and only that', async () => {
  const { shoot, follow, advance, command } = await openFeed();
  const reader = follow();
  const id = reader.take().at(-1)?.id ?? assert.fail();
  reader.stop();
  assert.deepEqual(follow(id).take(), []);
  await shoot(1, 0, 'X');
  advance(10_000);
  const back = follow(id).take();
  assert.deepEqual([names(back), totals(back)], [['leaderboard/RM'], [[10, 0]]]);
  assert.notEqual(back[0]?.id, id);
  await command({ kind: 'setScoring', mode: 'two' });
  for (const strange of ['', 'e1', 'e0.3', 'e1.999999', 'nonsense.1x'])
    assert.equal(follow(strange).take().length, 4, `everything after ${strange}`);
});

test('an id never says more than was told: what is committed meanwhile comes after it', async () => {
  const { shoot, follow, advance } = await openFeed();
  const reader = follow();
  reader.take();
  advance(500);
  await shoot(1, 0, 'X');
  advance(0);
  const id = reader.take().at(-1)?.id;
  await shoot(3, 0, '9');
  reader.stop();
  const other = follow(id);
  assert.deepEqual(names(other.take()), ['leaderboard/CW']);
});

test('nor does the id of a reader that reads on between two tellings', async () => {
  const { shoot, follow, advance } = await openFeed();
  const slow = follow();
  slow.take();
  advance(500);
  slow.state.isReading = false;
  await shoot(1, 0, 'X');
  advance(0);
  await shoot(2, 0, 'X');
  advance(500);
  await shoot(3, 0, '9');
  slow.take();
  slow.readOn();
  const id = slow.take().at(-1)?.id ?? assert.fail();
  slow.stop();
  assert.deepEqual(names(follow(id).take()), ['leaderboard/CW']);
});

test('what is announced and what is under review are told as they come and go, and nothing of what is held back', async () => {
  const { shoot, follow, advance, command } = await openFeed();
  const reader = follow();
  reader.take();
  await command({ kind: 'announce', announcement: 'lunch', text: 'Lunch at noon', place: 'everywhere' });
  advance(500);
  const [told, ...others] = reader.take();
  assert.deepEqual([told?.event, others], ['show', []]);
  assert.deepEqual(told?.data, {
    ...{ board: 'show', position: { epoch: 'e1', seq: 4 } },
    announcements: [{ id: 'lunch', text: 'Lunch at noon', place: 'everywhere', from: 1 }],
    underReview: [],
  });
  const held = { kind: 'category', category: 'RM' } as const;
  await command({ kind: 'freezePublic', held, by: 'Hakim', reason: 'A protest' });
  advance(500);
  const [frozen, ...noBoards] = reader.take();
  assert.deepEqual([frozen?.data.underReview, noBoards], [[{ held, at: 1 }], []]);
  assert.doesNotMatch(JSON.stringify(frozen), /Hakim|protest/);
  await command({ kind: 'withdrawAnnouncement', announcement: 'lunch' });
  await shoot(3, 0, '9');
  advance(500);
  assert.deepEqual(names(reader.take()).toSorted(), ['leaderboard/CW', 'show']);
});

test('only what is wanted is told', async () => {
  const { shoot, follow, advance } = await openFeed();
  const reader = follow(undefined, (board) => board === 'leaderboard/CW');
  assert.deepEqual(names(reader.take()), ['leaderboard/CW']);
  await shoot(1, 0, 'X');
  advance(500);
  assert.deepEqual(reader.take(), []);
  await shoot(3, 0, 'X');
  advance(500);
  assert.deepEqual(names(reader.take()), ['leaderboard/CW']);
});

test('who reads nothing for a minute is cut off, who reads hears a beat, and both are counted', async () => {
  const { shoot, follow, advance, feeds } = await openFeed();
  const [slow, quick] = [follow(), follow()];
  slow.state.isReading = false;
  quick.take();
  await shoot(1, 0, 'X');
  advance(500);
  advance(90_000);
  assert.deepEqual([slow.state.isOver, quick.state.isOver], ['cut', false]);
  assert.ok(quick.raw().includes('\n:\n\n'));
  assert.equal(feeds.stats().cut, 1);
  slow.stop();
  quick.stop();
  assert.equal(feeds.stats().events, 10);
});

test('a competition that is deleted ends its readers; the appliance that stops ends all', async () => {
  const { follow, intake, advance, feeds, waiting } = await openFeed();
  const [one, other] = [follow(), follow()];
  await intake.remove('c1');
  advance(feedLimits.beatMs);
  assert.deepEqual([one.state.isOver, other.state.isOver], ['ended', 'ended']);
  assert.throws(() => follow(), { code: 'unknownCompetition' });
  feeds.close();
  assert.equal(waiting.size, 0);
});

test('what a feed remembers is forgotten a while after its last reader', async () => {
  const { follow, advance, waiting } = await openFeed();
  follow().stop();
  advance(feedLimits.rememberMs + feedLimits.beatMs);
  assert.equal(waiting.size, 0);
});

test('there is room for so many, in all and for one address', async () => {
  const { feeds } = await openFeed({ readers: 3, readersPerAddress: 2 });
  const leave = feeds.enter('10.0.0.1');
  feeds.enter('10.0.0.1');
  assert.throws(() => feeds.enter('10.0.0.1'), { code: 'tooManyRequests' });
  feeds.enter('10.0.0.2');
  assert.throws(() => feeds.enter('10.0.0.3'), { code: 'tooManyRequests' });
  leave();
  feeds.enter('10.0.0.1');
  assert.equal(feeds.stats().readers, 3);
});
