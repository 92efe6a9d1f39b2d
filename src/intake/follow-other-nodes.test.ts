// What one node appends is known at the other: at once when it is told, a little later when the word was lost.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createMemoryJournal, createMemoryJournalStore, type MemoryJournal } from '../journal/memory-journal.ts';
import { silentLog } from '../kit/log.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { contextOf, sampleSetUp } from '../testing/sample-competition.ts';
import type { StartingPoint } from './competition-writer.ts';
import { createIntake } from './create-intake.ts';
import { followOtherNodes } from './follow-other-nodes.ts';

const cup = 'cup';

function openIntake(journal: MemoryJournal) {
  const journalReplaced = () => assert.fail('nobody replaces the journal');
  return createIntake({ journal, clock: createManualClock(), log: silentLog, journalReplaced });
}

function setUp(t: TestContext, load: (competition: string) => Promise<StartingPoint> = () => assert.fail()) {
  const store = createMemoryJournalStore();
  const [mine, others] = [createMemoryJournal(store), createMemoryJournal(store)];
  const [here, there] = [openIntake(mine), openIntake(others)];
  const clock = createManualClock();
  const stop = new AbortController();
  const failures: unknown[] = [];
  const loaded: string[] = [];
  followOtherNodes(
    {
      journal: mine,
      intake: here,
      clock,
      load,
      loaded: (competition) => loaded.push(competition),
      failed: (error) => failures.push(error),
    },
    stop.signal,
  );
  t.after(() => {
    stop.abort(new Error('over'));
    assert.deepEqual(failures, []);
  });
  const seqHere = () => here.find(cup)?.at.seq ?? 0;
  const seqThere = () => there.find(cup)?.at.seq ?? 0;
  return { store, mine, others, here, there, clock, loaded, seqHere, seqThere };
}

/** What follows from what was done, as far as no time has to pass for it. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await setImmediate();
}

const [create, ...rest] = sampleSetUp;

test('a competition that is made elsewhere, and what happens in it, is here without any time passing', async (t) => {
  const { there, seqHere, seqThere } = setUp(t);
  await settle();
  for (const command of sampleSetUp) {
    await there.submit(cup, command, contextOf());
    await settle();
    assert.equal(seqHere(), seqThere());
  }
  assert.ok(seqThere() > 0);
});

test('what was appended while the journal could not be reached is here when it can', async (t) => {
  const { mine, there, clock, seqHere, seqThere } = setUp(t);
  assert.ok(create);
  await there.submit(cup, create, contextOf());
  await settle();
  const before = seqHere();
  mine.goDown();
  for (const command of rest) await there.submit(cup, command, contextOf());
  await settle();
  await clock.advance(3_000);
  assert.equal(seqHere(), before);
  mine.goUp();
  await settle();
  assert.equal(seqHere(), seqThere());
});

test('a word that is lost costs a second for a new competition, ten for what happens in one', async (t) => {
  const { store, clock, seqHere } = setUp(t);
  await settle();
  assert.ok(create);
  // The same streams, and nobody tells.
  const elsewhere = openIntake(createMemoryJournal({ ...createMemoryJournalStore(), streams: store.streams }));
  await elsewhere.submit(cup, create, contextOf());
  await settle();
  assert.equal(seqHere(), 0);
  await clock.advance(1_000);
  await settle();
  const known = seqHere();
  assert.ok(known > 0);
  for (const command of rest) await elsewhere.submit(cup, command, contextOf());
  await settle();
  assert.equal(seqHere(), known);
  for (let seconds = 0; seconds < 10; seconds += 1) {
    await clock.advance(1_000);
    await settle();
  }
  assert.equal(seqHere(), elsewhere.find(cup)?.at.seq);
});

test('one whose beginning the journal has no more is loaded from the archive, once, and its boards hear of it', async (t) => {
  const origin = openIntake(createMemoryJournal());
  for (const command of sampleSetUp) await origin.submit(cup, command, contextOf());
  const archived = origin.find(cup);
  assert.ok(archived);
  let loads = 0;
  const { others, here, loaded, seqHere } = setUp(t, async () => {
    loads += 1;
    const at = { epoch: (await others.head(cup)).epoch, seq: archived.at.seq };
    return { at, state: archived.state, head: archived.head, takenEffect: new Map() };
  });
  await settle();
  await others.seed(cup, archived.at.seq);
  await settle();
  assert.equal(seqHere(), archived.at.seq);
  assert.deepEqual([loads, loaded], [1, [cup]]);
  assert.equal(here.find(cup)?.state.name, archived.state.name);
});
