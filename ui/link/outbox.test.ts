// The outbox between a tablet that may be reloaded at any moment and an appliance that may lose, defer or double anything: every end that
// was kept arrives exactly once and in the order in which it was typed for its archer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { Position } from '../../src/domain/facts.ts';
import { createCommandId } from '../../src/wire/command-id.ts';
import { ackedLimit, isAcked } from './acked-commands.ts';
import { createFakeTime } from './fake-world.ts';
import { answerDeadlineMs, createOutbox, type Outbox } from './outbox.ts';
import { countUnsent, isOnCard } from './outbox-state.ts';
import { openStringStorage, type StringStore } from './outbox-storage.ts';
import { createMemoryStore } from './safe-storage.ts';

const place = { competition: 'c1', butt: 3 };
const score = (entry: number, end: number): ScoringCommand => ({
  kind: 'scoreArrows',
  entry,
  end,
  first: 0,
  arrows: ['X', '9', 'M'],
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function createTablet(store: StringStore) {
  const time = createFakeTime();
  const sent: { commandId: string; command: ScoringCommand }[] = [];
  const seen = { live: false, distrusted: 0 };
  const told: string[] = [];
  const storage = openStringStorage(store);
  const { commands } = await storage.load();
  const outbox: Outbox = createOutbox(storage, commands, {
    now: time.now,
    after: time.after,
    send(commandId, command) {
      if (seen.live) sent.push({ commandId, command });
      return seen.live;
    },
    distrust() {
      seen.distrusted += 1;
      seen.live = false;
      outbox.disconnected();
    },
    changed: () => undefined,
    createId: createCommandId,
    tell: ({ kind }) => told.push(kind),
  });
  const connect = (at: Position = { epoch: 'e', seq: 1_000 }) => {
    seen.live = true;
    outbox.greeted(at);
    outbox.live();
  };
  return { time, sent, seen, told, outbox, connect };
}

describe('outbox', () => {
  it('keeps commands over a reload and sends them with the same id', async () => {
    const store = createMemoryStore();
    const before = await createTablet(store);
    await before.outbox.submit(score(1, 1), place);
    const [kept] = before.outbox.state;
    const after = await createTablet(store);
    after.connect();
    assert.deepEqual(after.sent, [{ commandId: kept?.kept.commandId, command: score(1, 1) }]);
  });

  it('sends one archer’s commands one after the other, and archers side by side', async () => {
    const { outbox, sent, connect } = await createTablet(createMemoryStore());
    await outbox.submit(score(1, 1), place);
    await outbox.submit(score(1, 2), place);
    await outbox.submit(score(2, 1), place);
    connect();
    assert.deepEqual(
      sent.map(({ command }) => command),
      [score(1, 1), score(2, 1)],
    );
    outbox.answer({ kind: 'ack', commandId: sent[0]?.commandId ?? '', at: { epoch: 'e', seq: 1 } });
    assert.deepEqual(sent[2]?.command, score(1, 2));
  });

  it('sends one match’s commands one after the other, beside cards and other matches', async () => {
    const { outbox, sent, connect } = await createTablet(createMemoryStore());
    const shoot = (match: string, first: number): ScoringCommand => ({
      ...{ kind: 'scoreMatch', event: 'RW', match, side: 'a', part: 'end' },
      ...{ number: 1, first, arrows: ['9'] },
    });
    const all = [shoot('8', 0), shoot('8', 1), shoot('9', 0), score(1, 1)];
    for (const command of all) await outbox.submit(command, place);
    connect();
    assert.deepEqual(
      sent.map(({ command }) => command),
      [all[0], all[2], all[3]],
    );
    outbox.answer({ kind: 'ack', commandId: sent[0]?.commandId ?? '', at: { epoch: 'e', seq: 1 } });
    assert.deepEqual(sent[3]?.command, all[1]);
    outbox.seen({ at: { epoch: 'e', seq: 1 }, what: { event: 'RW', match: '9' } });
    assert.equal(outbox.state.length, 4);
    outbox.seen({ at: { epoch: 'e', seq: 1 }, what: { event: 'RW', match: '8' } });
    assert.equal(outbox.state.length, 3);
  });

  it('shows at once what is typed, and sends it only when it is kept', async () => {
    const { outbox, sent, told, connect } = await createTablet(createMemoryStore());
    connect();
    const kept = outbox.submit(score(1, 1), place);
    assert.deepEqual([outbox.state.length, sent.length, told], [1, 0, []]);
    await kept;
    assert.deepEqual([sent.length, told], [1, ['kept', 'sent']]);
  });

  it('shows what another tab does, and sends nothing of it again while that tab leads', async () => {
    const { outbox, sent } = await createTablet(createMemoryStore());
    const other = await createTablet(createMemoryStore());
    await other.outbox.submit(score(1, 1), place);
    const [item] = other.outbox.state;
    assert.ok(item);
    const { commandId } = item.kept;
    outbox.heard({ kind: 'kept', kept: item.kept });
    outbox.heard({ kind: 'kept', kept: item.kept });
    outbox.heard({ kind: 'sent', commandId, nowMs: 1 });
    assert.deepEqual(
      outbox.state.map(({ delivery }) => delivery.kind),
      ['sending'],
    );
    outbox.heard({ kind: 'acked', commandId, at: { epoch: 'e', seq: 1 } });
    outbox.heard({ kind: 'deferred', commandId, untilMs: 9 });
    assert.deepEqual([outbox.state[0]?.delivery.kind, sent], ['saved', []]);
    // Its own next command comes after the other tab's.
    await outbox.submit(score(1, 2), place);
    assert.equal(outbox.state[1]?.kept.order, 2);
  });

  it('keeps what was acknowledged, sends none of it again, and shows it as saved until the sheet has it', async () => {
    const store = createMemoryStore();
    const { outbox, sent, connect } = await createTablet(store);
    await outbox.submit(score(1, 1), place);
    connect();
    assert.equal(store.length, 1);
    outbox.answer({ kind: 'ack', commandId: sent[0]?.commandId ?? '', at: { epoch: 'e', seq: 7 } });
    assert.equal(outbox.state[0]?.delivery.kind, 'saved');
    await settle();
    const after = await createTablet(store);
    after.connect();
    assert.deepEqual([after.outbox.state, after.sent], [[], []]);
    outbox.seen({ at: { epoch: 'e', seq: 6 }, what: 'cards' });
    assert.equal(outbox.state.length, 1);
    outbox.seen({ at: { epoch: 'e', seq: 7 }, what: { event: 'RW', match: '1' } });
    assert.equal(outbox.state.length, 1);
    outbox.seen({ at: { epoch: 'e', seq: 7 }, what: 'cards' });
    assert.equal(outbox.state.length, 0);
  });

  it('sends what it was acknowledged to an appliance that cannot have it, in order and before what is new', async () => {
    const store = createMemoryStore();
    const before = await createTablet(store);
    before.connect();
    for (const end of [1, 2, 3]) await before.outbox.submit(score(1, end), place);
    for (const seq of [11, 12]) {
      before.outbox.answer({ kind: 'ack', commandId: before.sent.at(-1)?.commandId ?? '', at: { epoch: 'e', seq } });
    }
    before.outbox.seen({ at: { epoch: 'e', seq: 11 }, what: 'cards' });
    await settle();
    const after = await createTablet(store);
    after.connect({ epoch: 'e', seq: 12 });
    assert.deepEqual(
      after.sent.map(({ command }) => command),
      [score(1, 3)],
      'the same epoch has what it has acknowledged',
    );
    for (const { outbox, sent, connect } of [before, await createTablet(store)]) {
      outbox.disconnected();
      sent.splice(0);
      connect({ epoch: 'f', seq: 20 });
      assert.deepEqual(
        outbox.state.map(({ kept, delivery: { kind } }) => [kept.order, kind]),
        [
          [1, 'sending'],
          [2, 'waiting'],
          [3, 'waiting'],
        ],
      );
      for (const seq of [5, 21, 22]) {
        outbox.answer({ kind: 'ack', commandId: sent.at(-1)?.commandId ?? '', at: { epoch: 'f', seq } });
      }
      assert.deepEqual(
        sent.map(({ command }) => command),
        [1, 2, 3].map((end) => score(1, end)),
      );
      sent.splice(0);
      connect({ epoch: 'f', seq: 22 });
      assert.deepEqual(sent, []);
    }
    assert.equal(new Set(before.told).has('lost'), false, 'each tab hears from the appliance itself');
  });

  it('keeps no more of what was acknowledged than a day at a target', async () => {
    const store = createMemoryStore();
    const { outbox, sent, connect } = await createTablet(store);
    connect();
    for (let end = 1; end <= ackedLimit + 5; end += 1) {
      await outbox.submit(score(1, end), place);
      outbox.answer({ kind: 'ack', commandId: sent.at(-1)?.commandId ?? '', at: { epoch: 'e', seq: end } });
    }
    await settle();
    assert.equal(store.length, ackedLimit);
    const after = await createTablet(store);
    after.connect({ epoch: 'f', seq: 9 });
    assert.deepEqual(after.sent[0]?.command, score(1, 6));
  });

  it('keeps a rejected command, also over a reload, until a person settles it', async () => {
    const store = createMemoryStore();
    const { outbox, sent, connect } = await createTablet(store);
    await outbox.submit(score(1, 1), place);
    connect();
    const commandId = sent[0]?.commandId ?? '';
    outbox.answer({
      kind: 'rejection',
      commandId,
      rejection: { code: 'endOutOfOrder', details: { end: '1', expected: '2' } },
    });
    await settle();
    const after = await createTablet(store);
    after.connect();
    assert.deepEqual(after.sent, []);
    assert.equal(after.outbox.state[0]?.delivery.kind, 'rejected');
    assert.equal(countUnsent(after.outbox.state), 0);
    after.outbox.settle(commandId);
    await settle();
    assert.equal(store.length, 0);
  });

  it('sends a deferred command again when it was told to', async () => {
    const { outbox, sent, connect, time } = await createTablet(createMemoryStore());
    await outbox.submit(score(1, 1), place);
    connect();
    outbox.answer({
      kind: 'deferral',
      commandId: sent[0]?.commandId ?? '',
      reason: 'journalDown',
      retryAfterMs: 1_000,
    });
    time.advance(999);
    assert.equal(sent.length, 1);
    time.advance(1);
    assert.equal(sent.length, 2);
    assert.equal(sent[0]?.commandId, sent[1]?.commandId);
  });

  it('does not trust a connection that leaves a command without an answer', async () => {
    const { outbox, sent, seen, connect, time } = await createTablet(createMemoryStore());
    await outbox.submit(score(1, 1), place);
    connect();
    time.advance(answerDeadlineMs);
    assert.equal(seen.distrusted, 1);
    assert.equal(outbox.state[0]?.delivery.kind, 'waiting');
    connect();
    assert.equal(sent.length, 2);
  });

  it('delivers everything exactly once and in order, whatever the network and the battery do', async () => {
    const steps = fc.array(
      fc.constantFrom(
        'type',
        'type',
        'connect',
        'lose',
        'reload',
        'answer',
        'answer',
        'answer',
        'loseAnswer',
        'defer',
        'wait',
        'burn',
      ),
      { maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const store = createMemoryStore();
        const done = new Map<string, ScoringCommand>();
        const typed: ScoringCommand[] = [];
        let tablet = await createTablet(store);
        let answered = 0;
        let epoch = 1;
        const here = () => ({ epoch: `e${epoch}`, seq: done.size });
        /** Another appliance takes over, which does not have the last ones. */
        const burn = () => {
          epoch += 1;
          for (const commandId of [...done.keys()].slice(-1 - (epoch % 4))) done.delete(commandId);
          tablet.seen.live = false;
          tablet.outbox.disconnected();
          answered = tablet.sent.length;
        };
        const decide = ({ commandId, command }: { commandId: string; command: ScoringCommand }) => {
          if (!done.has(commandId)) done.set(commandId, command);
        };
        const answerAll = () => {
          while (answered < tablet.sent.length) {
            const next = tablet.sent[answered];
            answered += 1;
            if (!next) break;
            decide(next);
            tablet.outbox.answer({ kind: 'ack', commandId: next.commandId, at: here() });
          }
        };
        for (const step of list) {
          const next = tablet.sent[answered];
          if (step === 'type') {
            const command = score(1 + (typed.length % 3), 1 + Math.floor(typed.length / 3));
            typed.push(command);
            await tablet.outbox.submit(command, place);
          } else if (step === 'connect') {
            tablet.connect(here());
          } else if (step === 'burn') {
            burn();
          } else if (step === 'lose') {
            tablet.seen.live = false;
            tablet.outbox.disconnected();
          } else if (step === 'reload') {
            await settle();
            tablet = await createTablet(store);
            answered = 0;
          } else if (step === 'wait') {
            tablet.time.advance(3_000);
          } else if (next) {
            answered += 1;
            if (step === 'defer')
              tablet.outbox.answer({
                kind: 'deferral',
                commandId: next.commandId,
                reason: 'overloaded',
                retryAfterMs: 500,
              });
            else decide(next);
            if (step === 'answer') tablet.outbox.answer({ kind: 'ack', commandId: next.commandId, at: here() });
          }
          for (const { kept, delivery } of tablet.outbox.state) {
            const isOfNow = delivery.kind === 'saved' && delivery.at.epoch === here().epoch;
            if (isOfNow) assert.ok(done.has(kept.commandId), 'what is shown as saved is there');
            if (tablet.seen.live) assert.equal(delivery.kind === 'saved' && !isOfNow, false, 'or was never asked for');
          }
        }
        for (let round = 0; round < typed.length + 3; round += 1) {
          tablet.seen.live = false;
          tablet.outbox.disconnected();
          answered = tablet.sent.length;
          tablet.connect(here());
          answerAll();
        }
        for (const entry of [1, 2, 3]) {
          const mine = (command: ScoringCommand) => isOnCard(command) && command.entry === entry;
          assert.deepEqual([...done.values()].filter(mine), typed.filter(mine));
        }
        await settle();
        assert.deepEqual(
          (await openStringStorage(store).load()).commands.filter((each) => !isAcked(each)),
          [],
        );
      }),
      { numRuns: 200 },
    );
  });
});
