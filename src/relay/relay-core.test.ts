// The relay's rounds by a clock that the test moves, against an uplink that does what the test says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import type { RelayStatus } from '../wire/api-relay.ts';
import { channelPrefix, relayChannel } from '../wire/relay/relay-channel.ts';
import { dataToPart } from '../wire/relay/relay-part.ts';
import type { Budget, BudgetLimits } from './budget.ts';
import type { Whole } from './messages.ts';
import type { OutgoingEvent } from './outgoing.ts';
import type { OutletWork } from './outlet-thread.ts';
import { createRelay } from './relay-core.ts';
import type { ListenersAnswer, PublishAnswer } from './uplink.ts';

const ample: BudgetLimits = { perSecond: 100, perDay: 10_000_000 };

function documentOf(name: string, value: unknown, seq = 1): Whole {
  const content = { kind: 'document', json: JSON.stringify(value), list: undefined } as const;
  return { competition: 'c1', name, at: { epoch: 'e1', seq }, content };
}

interface Rig {
  readonly clock: ManualClock;
  readonly relay: OutletWork;
  /** Given at the next asking. */
  changed: Whole[];
  readonly batches: (readonly OutgoingEvent[])[];
  readonly asked: number[];
  readonly kept: Pick<Budget, 'used'>[];
  readonly logged: string[];
  answer: PublishAnswer;
  listeners: ListenersAnswer;
  status: RelayStatus | undefined;
  /** What is in a cache channel now, without signs of life. */
  shown(): Readonly<Record<string, unknown>>;
  sent(): readonly string[];
}

function rig(t: { after(step: () => void): void }, limits = ample): Rig {
  const clock = createManualClock();
  const made: Rig = {
    ...{ clock, changed: [], batches: [], asked: [], kept: [], logged: [], status: undefined },
    answer: { kind: 'published' },
    listeners: { kind: 'answered', listeners: new Map() },
    relay: createRelay(
      {
        uplink: {
          async publish(events) {
            made.batches.push(events);
            return made.answer;
          },
          listeners: async () => made.listeners,
        },
        ...{ clock, random: () => 1 },
        async pull(most) {
          made.asked.push(most);
          return made.changed.splice(0, most);
        },
        tell: (status) => {
          made.status = status;
        },
        keep: (used) => void made.kept.push(used),
        log: {
          info: (_, message) => void made.logged.push(message),
          warn: (_, message) => void made.logged.push(message),
        },
      },
      limits,
    ),
    shown() {
      const parts = made.batches.flat().map(({ data }) => dataToPart(JSON.parse(data)));
      return Object.fromEntries(
        parts
          .filter(({ name }) => !name.startsWith('alive/'))
          .map(({ name, content }) => [name, content.kind === 'document' ? content.value : undefined]),
      );
    },
    sent: () =>
      made.batches
        .flat()
        .map(({ channel }) => channel.slice(channelPrefix.length))
        .filter((channel) => !channel.startsWith('alive')),
  };
  const running = made.relay.run();
  t.after(async () => {
    made.relay.stop();
    await running;
  });
  return made;
}

describe('the relay', () => {
  test('tries the way, then sends what has changed, in batches of ten', async (t) => {
    const on = rig(t);
    on.changed = Array.from({ length: 25 }, (_, index) => documentOf(`/d${index}`, index));
    await on.clock.advance(0);
    assert.equal(on.status?.state, 'up');
    assert.deepEqual(
      on.batches.map(({ length }) => length),
      [10, 10, 6],
    );
    assert.equal(on.status?.waiting, 0);
  });

  test('sends each board once a second at most, and only the newest of it', async (t) => {
    const on = rig(t);
    await on.clock.advance(0);
    for (let seq = 1; seq <= 3; seq += 1) on.changed.push(documentOf('/d', seq, seq));
    await on.clock.advance(1_000);
    assert.deepEqual(on.sent(), [';d']);
    assert.deepEqual(on.shown(), { '/d': 3 });
    on.changed.push(documentOf('/d', 4, 4));
    await on.clock.advance(500);
    assert.equal(on.sent().length, 1);
    await on.clock.advance(1_500);
    assert.deepEqual(on.shown(), { '/d': 4 });
  });

  test('does not send again what looks the same, but for what caches would forget', async (t) => {
    const on = rig(t);
    on.changed.push(documentOf('/d', 'same'));
    await on.clock.advance(0);
    on.changed.push(documentOf('/d', 'same', 2));
    await on.clock.advance(10 * 60_000);
    assert.equal(on.sent().length, 1);
    await on.clock.advance(6 * 60_000);
    assert.equal(on.sent().length, 2);
  });

  test('after an outage sends the newest only, and asked for nothing meanwhile', async (t) => {
    const on = rig(t);
    on.changed.push(documentOf('/d', 1));
    await on.clock.advance(0);
    on.answer = { kind: 'failed', why: 'unreachable', detail: 'ENETUNREACH' };
    on.listeners = on.answer;
    on.changed.push(documentOf('/d', 2, 2));
    await on.clock.advance(2_000);
    assert.deepEqual([on.status?.state, on.status?.why, on.status?.detail], ['down', 'unreachable', 'ENETUNREACH']);
    const asked = on.asked.length;
    for (let seq = 3; seq < 400; seq += 1) on.changed = [documentOf('/d', seq, seq)];
    await on.clock.advance(10 * 60_000);
    assert.equal(on.asked.length, asked);
    on.answer = { kind: 'published' };
    on.listeners = { kind: 'answered', listeners: new Map() };
    const before = on.batches.length;
    await on.clock.advance(65_000);
    assert.equal(on.status?.state, 'up');
    assert.deepEqual(on.shown(), { '/d': 399 });
    const after = on.batches.slice(before).flat();
    assert.ok(after.filter(({ channel }) => channel === relayChannel('/d', 0)).length <= 2, 'no backlog');
  });

  test('says since when there is no way, and says it once, however often it tries', async (t) => {
    const on = rig(t);
    await on.clock.advance(0);
    on.answer = { kind: 'failed', why: 'unreachable', detail: 'ENETUNREACH' };
    on.listeners = on.answer;
    on.changed.push(documentOf('/d', 1));
    await on.clock.advance(2_000);
    const [since, tried] = [on.status?.since, on.batches.length];
    await on.clock.advance(30 * 60_000);
    assert.ok(on.batches.length > tried + 10);
    assert.equal(on.status?.since, since);
    assert.deepEqual(on.logged, ['the relay is up', 'the relay is down']);
  });

  test('waits longer each time that Pusher wants less', async (t) => {
    const on = rig(t);
    await on.clock.advance(0);
    on.answer = { kind: 'limited', detail: 'over quota' };
    on.changed.push(documentOf('/d', 1));
    await on.clock.advance(1_000);
    assert.equal(on.status?.state, 'throttled');
    const tries: number[] = [];
    for (let minute = 0; minute < 30; minute += 1) {
      const before = on.batches.length;
      await on.clock.advance(60_000);
      tries.push(on.batches.length - before);
    }
    assert.ok(tries.slice(0, 3).reduce((sum, each) => sum + each, 0) > 2);
    assert.ok(tries.slice(-10).reduce((sum, each) => sum + each, 0) <= 3, tries.join(' '));
    on.answer = { kind: 'published' };
    await on.clock.advance(6 * 60_000);
    assert.equal(on.status?.state, 'up');
    assert.deepEqual(on.shown(), { '/d': 1 });
  });

  test('finds out which event is too large, sends the others, and tries that one again later each time', async (t) => {
    const on = rig(t);
    await on.clock.advance(0);
    on.changed.push(documentOf('/large', 'x'), documentOf('/b', 1), documentOf('/c', 1));
    const isLarge = ({ channel }: OutgoingEvent) => channel.endsWith('large');
    let limit: PublishAnswer = { kind: 'tooLarge' };
    Object.defineProperty(on, 'answer', {
      configurable: true,
      get: () => (on.batches.at(-1)?.some(isLarge) ? limit : { kind: 'published' }),
    });
    const tries = () => on.batches.filter((batch) => batch.some(isLarge)).length;
    await on.clock.advance(10_000);
    assert.equal(tries(), 2, 'with the others, then alone');
    assert.deepEqual([on.status?.tooLarge, on.status?.waiting, on.status?.state], [1, 0, 'up']);
    const others = on.batches.filter((batch) => !batch.some(isLarge)).flat();
    assert.ok(['/b', '/c'].every((name) => others.some(({ channel }) => channel === relayChannel(name, 0))));
    await on.clock.advance(60 * 60_000);
    assert.ok(tries() >= 6 && tries() <= 10, `${tries()} tries in an hour`);
    assert.equal(on.status?.tooLarge, 1, 'counted once');
    // What was between here and Pusher has gone.
    limit = { kind: 'published' };
    await on.clock.advance(20 * 60_000);
    assert.deepEqual(on.shown()['/large'], 'x');
  });

  test('sends less the more listen, those that are listened to first, and never more than the day has', async (t) => {
    const on = rig(t, { perSecond: 20, perDay: 3_000 });
    const listened = relayChannel('/watched', 0);
    on.listeners = { kind: 'answered', listeners: new Map([[listened, 20]]) };
    for (let second = 0; second < 600; second += 1) {
      on.changed = [documentOf('/alone', second, second), documentOf('/watched', second, second)];
      await on.clock.advance(1_000);
    }
    const cost = on.batches.flat().reduce((sum, event) => sum + event.cost, 0);
    assert.equal(on.status?.usedToday, cost);
    assert.ok(cost < 700, `${cost} in ten minutes`);
    const counts = new Map([...Map.groupBy(on.sent(), (channel) => channel)].map(([name, all]) => [name, all.length]));
    assert.ok((counts.get(';watched') ?? 0) >= (counts.get(';alone') ?? 0) / 2, JSON.stringify([...counts]));
    assert.ok((counts.get(';alone') ?? 0) > 0);
  });

  test('asks for no more while much waits, so that its memory is bounded', async (t) => {
    const on = rig(t, { perSecond: 1, perDay: 100 });
    for (let second = 0; second < 300; second += 1) {
      if (on.changed.length < 500)
        on.changed.push(...Array.from({ length: 40 }, (_, index) => documentOf(`/d${second}-${index}`, second)));
      await on.clock.advance(1_000);
    }
    assert.ok((on.status?.waiting ?? 0) <= 101, String(on.status?.waiting));
  });

  test('gives signs of life that say when the next one comes', async (t) => {
    const on = rig(t);
    on.changed.push(documentOf('/d', 1));
    await on.clock.advance(5 * 60_000);
    const signs = on.batches.flat().filter(({ channel }) => channel === relayChannel('alive/c1', 0));
    assert.ok(signs.length >= 4 && signs.length <= 6, String(signs.length));
    const content = dataToPart(JSON.parse(signs.at(-1)?.data ?? '')).content;
    assert.ok(content.kind === 'document');
    assert.equal((content.value as { everyMs: number }).everyMs, 60_000);
  });

  test('a clock that is set back stops nothing', async (t) => {
    const on = rig(t);
    on.changed.push(documentOf('/d', 1));
    await on.clock.advance(0);
    const { now } = on.clock;
    Object.assign(on.clock, { now: () => now() - 3_600_000 });
    on.changed.push(documentOf('/d', 2, 2));
    await on.clock.advance(3_000);
    assert.deepEqual(on.shown(), { '/d': 2 });
  });
});
