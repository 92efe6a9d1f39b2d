// The relay as a page hears it: channels that a test speaks through, and time that passes when it says so.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LeaderboardRow } from '../../src/domain/ranking/leaderboard.ts';
import { aliveName, relayChannel } from '../../src/wire/relay/relay-channel.ts';
import { contentToText, type PartContent, partToText } from '../../src/wire/relay/relay-part.ts';
import { divideWhole } from '../../src/wire/relay/relay-whole.ts';
import type { SnapshotBody } from '../../src/wire/server-to-client.ts';
import type { LinkState } from '../link/link-state.ts';
import { nothingFresh, silentFromMs, trueAtMs, withSign } from './freshness.ts';
import type { ChannelListener, ChannelsState } from './pusher-channels.ts';
import { createRelayTransport } from './relay-transport.ts';

const startMs = 1_700_000_000_000;

function rig() {
  let nowMs = startMs;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const listeners = new Map<string, ChannelListener>();
  let connection: (state: ChannelsState) => void = () => assert.fail('not opened');
  let closed = 0;
  const transport = createRelayTransport({
    openChannels(changed) {
      connection = changed;
      return {
        listen(channel, listener) {
          listeners.set(channel, listener);
          return () => listeners.delete(channel);
        },
        nudge: () => undefined,
        close: () => {
          closed += 1;
        },
      };
    },
    now: () => nowMs,
    after(ms, run) {
      const timer = { at: nowMs + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    changed: () => undefined,
  });
  return {
    ...{ transport, listeners },
    state: (): LinkState => transport.state,
    connection: (state: ChannelsState) => connection(state),
    closed: () => closed,
    pass(ms: number) {
      nowMs += ms;
      const due = timers.filter((timer) => timer.at <= nowMs);
      timers = timers.filter((timer) => timer.at > nowMs);
      for (const { run } of due) run();
    },
    /** `agoMs`: how long it has lain in the cache. */
    send(name: string, content: PartContent, seq: number, { agoMs = 0, only }: { agoMs?: number; only?: number } = {}) {
      for (const { text, content: _, ...place } of divideWhole(content)) {
        if (only !== undefined && only !== place.part) continue;
        const head = { ...place, name, at: { epoch: 'e1', seq }, sentAtMs: nowMs - agoMs };
        listeners.get(relayChannel(name, place.part))?.event(JSON.parse(partToText(head, text)), agoMs > 0);
      }
    },
  };
}

const alive = (everyMs: number): PartContent => ({ kind: 'document', value: { everyMs }, list: undefined });
const topic = { kind: 'leaderboard', competition: 'c1', category: 'RM' } as const;
const name = 'leaderboard/c1/RM';

function board(archers: number, total = 0): PartContent {
  const row = (index: number): LeaderboardRow => ({
    ...{
      entry: index + 1,
      name: `Archer ${index} ${'x'.repeat(60)}`,
      club: 'Garuda',
      target: '',
      total,
      counts: [0, 0],
    },
    ...{ arrows: 0, end: 0, endArrows: [] },
  });
  const head = {
    ...{ competitionName: '', category: 'RM', categoryName: '', roundName: '', roundId: '', tieBreak: [], arrows: 72 },
  };
  const rows = Array.from({ length: archers }, (_, index) => row(index));
  return { kind: 'board', body: { kind: 'leaderboard', leaderboard: { head, rows } } };
}

interface Heard {
  readonly bodies: SnapshotBody[];
  missing: number;
}

function follow({ transport }: ReturnType<typeof rig>): Heard {
  const heard: Heard = { bodies: [], missing: 0 };
  transport.follow(topic, {
    snapshot: (body) => void heard.bodies.push(body),
    delta: () => assert.fail('the relay has whole boards only'),
    missing: () => {
      heard.missing += 1;
    },
  });
  return heard;
}

describe('the relay', () => {
  test('is listened to once it is started: one channel at first, more when the board says so', () => {
    const on = rig();
    const heard = follow(on);
    assert.equal(on.listeners.size, 0);
    on.transport.start();
    assert.deepEqual([...on.listeners.keys()], [relayChannel(aliveName('c1'), 0), relayChannel(name, 0)]);
    on.connection('connected');
    on.send(name, board(120), 3, { only: 0 });
    assert.equal(heard.bodies.length, 0);
    assert.ok(on.listeners.size > 2);
    on.send(name, board(120), 3);
    const [body] = heard.bodies;
    assert.ok(body?.kind === 'leaderboard' && body.leaderboard.rows.length === 120);
    assert.equal(heard.bodies.length, 1, 'shown once');
    on.transport.stop();
    assert.deepEqual([on.listeners.size, on.closed(), on.transport.state.kind], [0, 1, 'off']);
    on.transport.start();
    assert.ok(on.listeners.has(relayChannel(name, 0)), 'followed again');
  });

  test('that has nothing of a board says so; what is no part of a board says nothing', () => {
    const on = rig();
    const heard = follow(on);
    on.transport.start();
    on.connection('connected');
    on.listeners.get(relayChannel(name, 0))?.missed();
    assert.equal(heard.missing, 1);
    const wrong = JSON.parse(contentToText(alive(1)));
    on.listeners.get(relayChannel(name, 0))?.event({ ...wrong, v: 9 }, false);
    assert.equal(heard.bodies.length, 0);
  });

  test('is live while the venue gives signs of life, then says how old all is', () => {
    const on = rig();
    follow(on);
    on.transport.start();
    assert.equal(on.state().kind, 'opening');
    on.connection('connected');
    on.send(aliveName('c1'), alive(60_000), 1);
    assert.equal(on.state().kind, 'live');
    on.pass(140_000);
    assert.equal(on.state().kind, 'live');
    on.pass(20_000);
    const state = on.state();
    assert.ok(state.kind === 'waiting' && state.reason === 'silent');
    assert.equal(on.transport.heardAt, startMs);
    on.send(aliveName('c1'), alive(60_000), 2);
    assert.equal(on.state().kind, 'live');
    on.connection('lost');
    assert.equal(on.state().kind, 'waiting');
  });

  test('is not live for what has lain in the cache', () => {
    const on = rig();
    follow(on);
    on.transport.start();
    on.connection('connected');
    on.send(name, board(2), 1, { agoMs: 20 * 60_000 });
    assert.equal(on.state().kind, 'waiting');
    assert.equal(on.transport.heardAt, startMs - 20 * 60_000);
  });
});

describe('how fresh it is', () => {
  test('is told by what came live, however wrong the venue’s clock is', () => {
    const hourMs = 3_600_000;
    const live = withSign(nothingFresh, { sentAtMs: startMs - hourMs, heardAtMs: startMs + 200, isKept: false });
    assert.equal(trueAtMs(live), startMs + 200);
    const later = withSign(live, { sentAtMs: startMs - hourMs + 5_000, heardAtMs: startMs + 5_100, isKept: false });
    assert.equal(trueAtMs(later), startMs + 5_100);
    assert.equal(silentFromMs(later), startMs + 5_100 + 150_000);
  });

  test('what was kept is as old as the clocks say, and never from the future', () => {
    assert.equal(trueAtMs(withSign(nothingFresh, { sentAtMs: 1_000, heardAtMs: 9_000, isKept: true })), 1_000);
    assert.equal(trueAtMs(withSign(nothingFresh, { sentAtMs: 9_000, heardAtMs: 1_000, isKept: true })), 1_000);
    assert.equal(trueAtMs(nothingFresh), undefined);
  });
});
