// A seeded simulation of tablets, network, write path and journal: commands are doubled and delayed, appends fail before or after they
// happen, the process crashes and starts again from the journal alone. What was acknowledged must be there once, whatever happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScoreArrows } from '../domain/commands.ts';
import { type Competition, scorecardOf } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { emptyChain, followChain } from '../journal/record-chain.ts';
import type { Clock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { createFaultyJournal, type FaultyJournal } from '../testing/faulty-journal.ts';
import { contextOf, nextCommandId, sampleSetUp } from '../testing/sample-competition.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import { createIntake, type OpenableIntake } from './create-intake.ts';
import type { Outcome } from './intake.ts';

const cup = 'cup';
const arrowValues: ScoreArrows['arrows'] = ['10', '9', '8', '7', '6', 'M'];

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const impatient: Clock = { now: () => 0, sleep: () => new Promise((resolve) => setImmediate(resolve)) };

interface Kept {
  readonly commandId: string;
  readonly command: ScoreArrows;
  acked: boolean;
}

async function restart(journal: FaultyJournal): Promise<OpenableIntake> {
  const intake = createIntake({
    journal,
    clock: impatient,
    log: silentLog,
    journalReplaced: () => assert.fail('same journal'),
  });
  let state: Competition | undefined;
  let chain = emptyChain;
  const takenEffect = new Map<string, number>();
  for (const { seq, bytes } of await journal.read(cup, 0, 100_000)) {
    const recorded = bytesToFact(seq, bytes);
    state = evolve(state, recorded.fact, recorded);
    takenEffect.set(recorded.commandId, seq);
    chain = followChain(chain, bytes).chain;
  }
  intake.open(cup, { at: await journal.head(cup), state, head: chain.head, takenEffect });
  return intake;
}

/** Every entry's arrows, one command each, in the order in which its tablet keeps them. */
function createOutboxes(): Map<number, Kept[]> {
  const outboxes = new Map<number, Kept[]>();
  for (const entry of [1, 3, 5, 7]) {
    const kept: Kept[] = [];
    for (const end of [1, 2, 3]) {
      for (const [first, arrow] of arrowValues.entries()) {
        kept.push({
          commandId: nextCommandId(),
          command: { kind: 'scoreArrows', entry, end, first, arrows: [arrow] },
          acked: false,
        });
      }
    }
    outboxes.set(entry, kept);
  }
  return outboxes;
}

async function simulate(seed: number): Promise<void> {
  const random = createRandom(seed);
  const journal = createFaultyJournal(createMemoryJournal());
  let intake = createIntake({
    journal,
    clock: impatient,
    log: silentLog,
    journalReplaced: () => assert.fail('same journal'),
  });
  for (const command of sampleSetUp) await intake.submit(cup, command, contextOf());
  const outboxes = createOutboxes();
  const scorer = { role: 'scorer', device: 'tablet-1' } as const;

  for (let step = 0; step < 2_000 && [...outboxes.values()].flat().some((kept) => !kept.acked); step += 1) {
    const sends: Promise<void>[] = [];
    for (const kept of outboxes.values()) {
      // A tablet sends what it keeps in order, sometimes some of it again, sometimes out of order.
      const unacked = kept.filter((each) => !each.acked).slice(0, 1 + Math.floor(random() * 4));
      if (random() < 0.2) unacked.reverse();
      if (random() < 0.3) unacked.push(...kept.filter(() => random() < 0.1));
      for (const each of unacked) {
        const sent = intake.submit(cup, each.command, contextOf(scorer, each.commandId)).then((outcome: Outcome) => {
          // One time in ten the ack is lost on its way: the tablet keeps the command and sends it again.
          if (outcome.kind === 'accepted' && random() < 0.9) each.acked = true;
        });
        sends.push(sent);
      }
    }
    const chance = random();
    if (chance < 0.1) journal.faults.push('before');
    else if (chance < 0.25) journal.faults.push('replyLost');
    if (random() < 0.05) {
      // Crash: whatever was under way is never answered here; a new process starts from the journal.
      await Promise.race([Promise.all(sends), impatient.sleep(0)]);
      await intake.close();
      intake = await restart(journal);
    }
    await Promise.all(sends);
  }

  const records = (await journal.read(cup, 0, 100_000)).map(({ seq, bytes }) => bytesToFact(seq, bytes));
  const effects = records.filter(({ fact }) => fact.kind === 'arrowsScored').map(({ commandId }) => commandId);
  const sent = [...outboxes.values()].flat();
  assert.ok(
    sent.every((kept) => kept.acked),
    'every command is acknowledged in the end',
  );
  assert.equal(new Set(effects).size, effects.length, 'no command took effect twice');
  assert.deepEqual(
    new Set(effects),
    new Set(sent.map((kept) => kept.commandId)),
    'all that was acknowledged is in the journal',
  );
  const folded = records.reduce<Competition | undefined>(
    (state, recorded) => evolve(state, recorded.fact, recorded),
    undefined,
  );
  const live = intake.find(cup)?.state;
  assert.ok(folded && live);
  for (const entry of outboxes.keys()) {
    assert.equal(scorecardOf(folded, entry).tally.total, 3 * 40);
    assert.deepEqual(scorecardOf(live, entry), scorecardOf(folded, entry));
  }
  await intake.close();
}

const seeds = process.env.TENRING_SEED
  ? [Number(process.env.TENRING_SEED)]
  : Array.from({ length: 40 }, (_, index) => index + 1);
for (const seed of seeds) {
  test(`nothing acknowledged is lost or doubled (TENRING_SEED=${seed})`, () => simulate(seed));
}
