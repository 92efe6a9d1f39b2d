// The relay through every trouble that an uplink has, with the real `pusher` and the real `pusher-js` on both sides of a Pusher-like server: at the
// end the page elsewhere knows what the venue's own boards say. `npm run bench -- faults` is the same for minutes, with the whole appliance.
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPusherChannels } from '../../ui/store/pusher-channels.ts';
import { createRelayTransport } from '../../ui/store/relay-transport.ts';
import { snapshotBodyOf } from '../boards/board-body.ts';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Command } from '../domain/commands.ts';
import { relayedAnswerAt } from '../http/relayed-answers.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createMemoryIntake } from '../testing/memory-intake.ts';
import { openPusherServer, testApp } from '../testing/pusher/pusher-server.ts';
import { type Trouble, troubles } from '../testing/pusher/uplink-weather.ts';
import { categoryOf, creation, newEntry, organiser } from '../testing/small-competition.ts';
import { bytesToServerMessage, type SnapshotBody, serverMessageToBytes } from '../wire/server-to-client.ts';
import type { Topic } from '../wire/topics.ts';
import type { PusherAccount } from './account.ts';
import { createChanges } from './changes.ts';
import { createPusherUplink } from './pusher-uplink.ts';
import { createRelay } from './relay-core.ts';
import type { Uplink } from './uplink.ts';

const answerWithinMs = 150;
const topics: readonly Topic[] = [
  { kind: 'leaderboard', competition: 'c1', category: 'RM' },
  { kind: 'leaderboard', competition: 'c1', category: 'CW' },
  { kind: 'show', competition: 'c1' },
];

async function openVenue() {
  const intake = createMemoryIntake();
  let commands = 0;
  async function ask(command: Command): Promise<void> {
    commands += 1;
    const context = { commandId: String(commands).padStart(32, '0'), at: commands, actor: organiser };
    assert.equal((await intake.submit('c1', command, context)).kind, 'accepted');
  }
  await ask(creation);
  const entries = Array.from({ length: 60 }, (_, index) => newEntry(`Archer ${index}`, index % 2 ? 'RM' : 'CW'));
  await ask({ kind: 'importEntries', categories: [categoryOf('RM'), categoryOf('CW')], entries });
  const shoot = (entry: number, end: number, ...arrows: readonly ArrowValue[]) =>
    ask({ kind: 'scoreArrows', entry, end, first: 0, arrows });
  return { intake, ask, shoot };
}

/** Counts what is under way, so that the clock stands still meanwhile. */
function counted(uplink: Uplink) {
  const state = { underWay: 0 };
  async function during<T>(call: Promise<T>): Promise<T> {
    state.underWay += 1;
    return call.finally(() => {
      state.underWay -= 1;
    });
  }
  const watched: Uplink = {
    publish: (events) => during(uplink.publish(events)),
    listeners: () => during(uplink.listeners()),
  };
  return { state, uplink: watched };
}

/** A page elsewhere: what it was told last, by its kind. */
function openPage(t: TestContext, port: number): readonly (SnapshotBody | undefined)[] {
  const shown: (SnapshotBody | undefined)[] = topics.map(() => undefined);
  const transport = createRelayTransport({
    openChannels: openPusherChannels({ key: testApp.key, cluster: null, host: '127.0.0.1', port, tls: false }),
    now: Date.now,
    after: () => () => undefined,
    changed: () => undefined,
  });
  for (const [index, topic] of topics.entries()) {
    transport.follow(topic, {
      snapshot: (body) => {
        shown[index] = body;
      },
      delta: () => assert.fail('the relay has whole boards only'),
      missing: () => undefined,
    });
  }
  transport.start();
  t.after(() => transport.stop());
  return shown;
}

const byEntry = (body: SnapshotBody | undefined) =>
  body?.kind === 'leaderboard' ? body.leaderboard.rows.toSorted((a, b) => a.entry - b.entry) : body;

async function openRig(t: TestContext) {
  const server = await openPusherServer(t);
  const venue = await openVenue();
  const clock = createManualClock();
  const names = { areUnknown: false };
  const { lookup } = dns;
  t.mock.method(dns, 'lookup', (...asked: unknown[]) => {
    const tell = asked.at(-1);
    if (!names.areUnknown || typeof tell !== 'function') return Reflect.apply(lookup, dns, asked);
    return setImmediate(() => tell(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' })));
  });
  const { id, key, secret } = testApp;
  const place = { cluster: undefined, host: 'localhost', port: server.port, tls: false };
  const account: PusherAccount = { appId: id, key, secret, ...place };
  const { state, uplink } = counted(createPusherUplink(account, answerWithinMs));
  const changes = createChanges({ intake: venue.intake, clock, answerAt: relayedAnswerAt });
  venue.intake.onCommitted(changes.committed);
  const told = new Set<string>();
  const relay = createRelay(
    {
      ...{ uplink, clock, random: () => 1, pull: changes.take },
      tell: ({ state: now, why }) => void told.add(why ?? now),
      keep: () => undefined,
      log: { info: () => undefined, warn: () => undefined },
    },
    { perSecond: 1_000, perDay: 100_000_000 },
  );
  const running = relay.run();
  t.after(async () => {
    relay.stop();
    await running;
  });
  return {
    ...{ server, venue, told, shown: openPage(t, server.port) },
    set(trouble: Trouble | undefined) {
      names.areUnknown = trouble === 'noName';
      server.fault = trouble === undefined ? 'none' : trouble === 'noName' ? 'refuse' : trouble;
    },
    async pass(seconds: number) {
      for (let second = 0; second < seconds; second += 1) {
        await clock.advance(1_000);
        while (state.underWay > 0) await sleep(1);
      }
    },
    venueShows: () =>
      topics.map((topic) => {
        const view = venue.intake.find('c1');
        const body = view && snapshotBodyOf(topic, view.state);
        assert.ok(body);
        const message = bytesToServerMessage(
          serverMessageToBytes({ kind: 'snapshot', topic: '', at: { epoch: '', seq: 0 }, body }),
        );
        assert.ok(message.kind === 'snapshot');
        return byEntry(message.body);
      }),
  };
}

describe('an uplink in trouble', () => {
  test('after all of it the page elsewhere knows what the venue knows', async (t) => {
    const { server, venue, set, pass, shown, venueShows, told } = await openRig(t);
    await pass(3);
    await t.waitFor(() => assert.deepEqual(shown.map(byEntry), venueShows()), { timeout: 10_000 });
    for (const [index, trouble] of troubles.entries()) {
      set(trouble);
      await venue.shoot(index + 1, 1, '9', '8');
      await pass(4);
      set(undefined);
      await venue.shoot(index + 20, 1, 'X');
      await pass(4);
    }
    // Nothing waits longer than the longest wait of them all.
    await pass(600);
    set({ status: 413 });
    await venue.ask({ kind: 'announce', announcement: 'a', text: 'The internet is away', place: 'everywhere' });
    await pass(20);
    set('refuse');
    await venue.shoot(60, 1, '7', '7');
    await pass(60);
    assert.notDeepEqual(shown.map(byEntry), venueShows());
    const before = server.events.length;
    set(undefined);
    await pass(600);
    await t.waitFor(() => assert.deepEqual(shown.map(byEntry), venueShows()), { timeout: 10_000 });
    assert.ok(server.events.length - before < 40, 'the newest only, and signs of life');
    for (const each of ['up', 'unreachable', 'silent', 'failing', 'refused', 'throttled'])
      assert.ok(told.has(each), `${each} is among ${[...told].join()}`);
  });
});
