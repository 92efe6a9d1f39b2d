import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../domain/actor.ts';
import type { ScoreArrows } from '../domain/commands.ts';
import { scorecardOf } from '../domain/competition.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { hashOfRecord } from '../journal/record-chain.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { findBreak } from '../testing/chained-records.ts';
import { createFaultyJournal } from '../testing/faulty-journal.ts';
import { contextOf, nextCommandId, sampleSetUp } from '../testing/sample-competition.ts';
import { factToBytes } from '../wire/fact-record.ts';
import { createIntake } from './create-intake.ts';
import type { CommittedFacts } from './intake.ts';

const scorer: Actor = { role: 'scorer', device: 'tablet-1' };
const cup = 'cup';

function score(
  entry: number,
  end: number,
  first = 0,
  arrows: ScoreArrows['arrows'] = ['10', '9', '9', '8', '8', 'M'],
): ScoreArrows {
  return { kind: 'scoreArrows', entry, end, first, arrows };
}

async function setUp() {
  const journal = createFaultyJournal(createMemoryJournal());
  const committed: CommittedFacts[] = [];
  const replaced: string[] = [];
  const intake = createIntake({
    journal,
    clock: { now: () => 1_700_000_000_000, sleep: (_, signal) => systemClock.sleep(1, signal) },
    log: silentLog,
    journalReplaced: (competition) => replaced.push(competition),
  });
  intake.onCommitted((facts) => committed.push(facts));
  for (const command of sampleSetUp) {
    const outcome = await intake.submit(cup, command, contextOf());
    assert.equal(outcome.kind, 'accepted');
  }
  const factsSoFar = () => intake.find(cup)?.at.seq ?? 0;
  return { journal, intake, committed, replaced, factsSoFar };
}

test('a command that the rules allow is on disk when it is accepted', async () => {
  const { journal, intake } = await setUp();
  const outcome = await intake.submit(cup, score(1, 1), contextOf(scorer));
  assert.equal(outcome.kind, 'accepted');
  assert.deepEqual(outcome.kind === 'accepted' && outcome.at, await journal.head(cup));
  const state = intake.find(cup)?.state;
  assert.equal(state && scorecardOf(state, 1).tally.total, 44);
});

test('the same command id takes effect once and gets the same answer again', async () => {
  const { intake, factsSoFar } = await setUp();
  const context = contextOf(scorer);
  const [first, together] = await Promise.all([
    intake.submit(cup, score(1, 1), context),
    intake.submit(cup, score(1, 1), context),
  ]);
  const facts = factsSoFar();
  const later = await intake.submit(cup, score(1, 1), context);
  assert.deepEqual(
    [first, together, later].map((each) => each.kind),
    ['accepted', 'accepted', 'accepted'],
  );
  assert.ok(first.kind === 'accepted' && later.kind === 'accepted');
  assert.deepEqual(later, { ...first, repeated: true });
  assert.deepEqual(together, { ...first, repeated: true });
  assert.equal(factsSoFar(), facts);
});

test('a rejection names the rule and writes nothing', async () => {
  const { intake, factsSoFar } = await setUp();
  const facts = factsSoFar();
  const elsewhere = await intake.submit(cup, score(2, 1), contextOf(scorer));
  const early = await intake.submit(cup, score(1, 2), contextOf(scorer));
  const unknown = await intake.submit('nowhere', score(1, 1), contextOf(scorer));
  assert.deepEqual(elsewhere, { kind: 'rejected', rejection: { code: 'notYourTarget', butt: 1, target: '2A' } });
  assert.deepEqual(early, { kind: 'rejected', rejection: { code: 'endOutOfOrder', end: 2, expected: 1 } });
  assert.deepEqual(unknown, { kind: 'rejected', rejection: { code: 'unknownCompetition' } });
  assert.equal(factsSoFar(), facts);
  assert.equal(intake.find('nowhere'), undefined);
});

test('commands that come while an append is under way go together in the next', async () => {
  const { journal, intake } = await setUp();
  const before = journal.appends;
  const answers = [1, 3, 5, 7].flatMap((entry) =>
    [0, 1, 2, 3, 4, 5].map((box) => intake.submit(cup, score(entry, 1, box, ['9']), contextOf(scorer))),
  );
  const outcomes = await Promise.all(answers);
  assert.ok(outcomes.every((outcome) => outcome.kind === 'accepted'));
  assert.equal(journal.appends - before, 2);
  assert.deepEqual(journal.batchSizes.slice(before), [1, 23]);
});

test('a second writer is noticed: its facts are read and the command is decided again', async () => {
  const { journal, intake, committed } = await setUp();
  const at = intake.find(cup)?.at;
  assert.ok(at);
  const foreign = {
    at: 0,
    commandId: nextCommandId(),
    actor: scorer,
    fact: { kind: 'arrowsScored', entry: 1, end: 1, first: 0, arrows: ['7'] },
  } as const;
  await journal.append(cup, at, [factToBytes(foreign)]);
  const clash = await intake.submit(cup, score(1, 1), contextOf(scorer));
  assert.deepEqual(clash, {
    kind: 'rejected',
    rejection: { code: 'arrowAlreadyScored', end: 1, arrow: 1, value: '7' },
  });
  const free = await intake.submit(cup, score(1, 1, 1, ['6']), contextOf(scorer));
  assert.equal(free.kind, 'accepted');
  assert.deepEqual(
    committed.slice(-2).flatMap(({ facts }) => facts.map(({ seq }) => seq)),
    [at.seq + 1, at.seq + 2],
  );
});

for (const fault of ['before', 'replyLost'] as const) {
  test(`an append that fails (${fault}) defers the command, and sending it again takes effect exactly once`, async () => {
    const { journal, intake, factsSoFar } = await setUp();
    const facts = factsSoFar();
    const context = contextOf(scorer);
    journal.faults.push(fault);
    const deferred = await intake.submit(cup, score(1, 1), context);
    assert.equal(deferred.kind, 'deferred');
    await intake.catchUp(cup);
    const again = await intake.submit(cup, score(1, 1), context);
    assert.equal(again.kind, 'accepted');
    assert.equal(again.kind === 'accepted' && again.repeated, fault === 'replyLost');
    assert.equal(factsSoFar(), facts + 1);
    assert.equal((await journal.head(cup)).seq, facts + 1);
  });
}

test('while the journal is away commands are deferred, and work goes on when it is back', async () => {
  const { journal, intake } = await setUp();
  journal.reachable = false;
  const away = await Promise.all([
    intake.submit(cup, score(1, 1), contextOf(scorer)),
    intake.submit(cup, score(3, 1), contextOf(scorer)),
  ]);
  assert.deepEqual(
    away.map((each) => each.kind === 'deferred' && each.reason),
    ['journalDown', 'journalDown'],
  );
  journal.reachable = true;
  await intake.catchUp(cup);
  assert.equal((await intake.submit(cup, score(1, 1), contextOf(scorer))).kind, 'accepted');
});

test('listeners hear of facts in order, with the state after them, before the answer', async () => {
  const { intake, committed } = await setUp();
  const heard = committed.length;
  const answer = intake.submit(cup, score(1, 1), contextOf(scorer)).then(() => committed.length);
  assert.equal(await answer, heard + 1);
  const last = committed.at(-1);
  assert.ok(last);
  assert.equal(scorecardOf(last.state, 1).tally.arrows, 6);
  const seqs = committed.flatMap(({ facts }) => facts.map(({ seq }) => seq));
  assert.deepEqual(
    seqs,
    seqs.map((_, index) => index + 1),
  );
});

test('a journal that is another one than before is reported, and nothing is decided on it', async () => {
  const { intake, replaced } = await setUp();
  const other = createFaultyJournal(createMemoryJournal());
  const parts = {
    journal: other,
    clock: systemClock,
    log: silentLog,
    journalReplaced: (id: string) => replaced.push(id),
  };
  const orphan = createIntake(parts);
  const view = intake.find(cup);
  assert.ok(view);
  orphan.open(cup, { ...view, takenEffect: new Map() });
  const outcome = await orphan.submit(cup, score(1, 1), contextOf(scorer));
  await orphan.close();
  assert.equal(outcome.kind, 'deferred');
  assert.deepEqual(replaced.slice(0, 1), [cup]);
  assert.equal((await other.head(cup)).seq, 0);
});

test('after closing, commands are kept by the tablet', async () => {
  const { intake } = await setUp();
  await intake.close();
  const outcome = await intake.submit(cup, score(1, 1), contextOf(scorer));
  assert.equal(outcome.kind === 'deferred' && outcome.reason, 'stopping');
});

test('records are chained, over a conflict and a lost reply, and the view tells the head', async () => {
  const { journal, intake } = await setUp();
  const view = intake.find(cup);
  assert.ok(view);
  const [last] = await journal.read(cup, view.at.seq - 1, 1);
  assert.deepEqual(view.head, last && hashOfRecord(last.bytes));
  const fact = { kind: 'arrowsScored', entry: 3, end: 1, first: 0, arrows: ['7'] } as const;
  const foreign = factToBytes({ at: 0, commandId: nextCommandId(), actor: scorer, fact }, view.head);
  await journal.append(cup, view.at, [foreign]);
  await intake.submit(cup, score(1, 1), contextOf(scorer));
  journal.faults.push('replyLost');
  await intake.submit(cup, score(1, 1, 1), contextOf(scorer));
  await intake.submit(cup, score(1, 1, 2), contextOf(scorer));
  const records = await journal.read(cup, 0, 1_000);
  assert.equal(findBreak(records), undefined);
  assert.deepEqual(intake.find(cup)?.head, hashOfRecord(records.at(-1)?.bytes ?? new Uint8Array()));
});
