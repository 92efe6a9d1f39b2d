import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../domain/commands.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { contextOf, creation, organiser, system } from '../testing/small-competition.ts';
import { createIntake } from './create-intake.ts';
import { createRemoval, finishRemoval } from './remove-competition.ts';

let ids = 0;
const context = (actor = organiser) => {
  ids += 1;
  return { ...contextOf(actor), commandId: ids.toString(16).padStart(32, '0') };
};
const rename: Command = { kind: 'setScoring', mode: 'two' };

async function open() {
  const journal = createMemoryJournal();
  const steps: string[] = [];
  const world = { archiveFails: false };
  const intake = createIntake({
    ...{ journal, clock: systemClock, log: silentLog },
    journalReplaced: () => assert.fail('the journal of a removed competition is nobody’s any more'),
  });
  const archive = {
    async remove(competition: string) {
      if (world.archiveFails) throw new Error('disk full');
      steps.push(`archive ${competition}`);
    },
    async forgetRemoved(competition: string) {
      steps.push(`forget ${competition} at ${(await journal.head(competition)).seq}`);
    },
  };
  const removal = createRemoval({
    ...{ intake, archive, journal, log: silentLog },
    removed: ({ id }) => steps.push(`tell ${id} ${intake.find(id) === undefined}`),
  });
  for (const competition of ['a', 'b']) await intake.submit(competition, creation, context());
  return { journal, intake, archive, removal, steps, world };
}

test('first the archive, then memory and those who look, then the stream; another competition notices nothing', async () => {
  const { journal, intake, removal, steps } = await open();
  const during = intake.submit('a', rename, context());
  assert.deepEqual(await removal.remove('a'), { kind: 'removed' });
  await during;
  assert.deepEqual(steps, ['archive a', 'tell a true', 'forget a at 0']);
  assert.deepEqual([intake.list().map(({ id }) => id), await journal.competitions()], [['b'], ['b']]);
  for (const command of [rename, creation] as const) {
    const outcome = await intake.submit('a', command, context(system));
    assert.deepEqual(outcome, { kind: 'rejected', rejection: { code: 'unknownCompetition' } }, command.kind);
  }
  assert.equal((await intake.submit('b', rename, context())).kind, 'accepted');
  assert.deepEqual([removal.wasRemoved('a'), removal.wasRemoved('b'), removal.wasRemoved('c')], [true, false, false]);
});

test('asked twice at once it is removed once', async () => {
  const { removal, steps } = await open();
  const outcomes = await Promise.all([removal.remove('a'), removal.remove('a')]);
  assert.deepEqual(outcomes, [{ kind: 'removed' }, { kind: 'removed' }]);
  assert.equal(steps.filter((step) => step === 'archive a').length, 1);
});

test('where the archive cannot be written, or the journal is away, nothing is changed and it can be asked again', async () => {
  const { journal, intake, removal, steps, world } = await open();
  world.archiveFails = true;
  assert.deepEqual(await removal.remove('a'), { kind: 'deferred', reason: 'archiveTrouble' });
  world.archiveFails = false;
  journal.goDown();
  assert.deepEqual(await removal.remove('a'), { kind: 'deferred', reason: 'journalDown' });
  journal.goUp();
  assert.deepEqual([steps, removal.wasRemoved('a')], [[], false]);
  assert.equal((await intake.submit('a', rename, context())).kind, 'accepted');
  assert.deepEqual(await removal.remove('a'), { kind: 'removed' });
});

test('a journal that goes away in the middle: it is removed, and the next start does the rest', async () => {
  const { journal, intake, archive, removal, steps } = await open();
  const remove = archive.remove;
  archive.remove = async (competition) => {
    await remove(competition);
    journal.goDown();
  };
  assert.deepEqual(await removal.remove('a'), { kind: 'removed' });
  assert.deepEqual([steps, intake.find('a')], [['archive a', 'tell a true'], undefined]);
  journal.goUp();
  assert.deepEqual((await journal.competitions()).toSorted(), ['a', 'b'], 'its stream is still there');
  await finishRemoval('a', { archive, journal, log: silentLog });
  assert.deepEqual([await journal.competitions(), steps.at(-1)], [['b'], 'forget a at 0']);
});
