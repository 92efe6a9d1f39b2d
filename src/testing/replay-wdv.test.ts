// Real tablet ends, on a bad day: sums as they were, counts as they should have been, and nothing lost or doubled by the write path.
import assert from 'node:assert/strict';
import { endPoints, scorecardOfEnds } from '../domain/card/scorecard.ts';
import { scorecardOf } from '../domain/competition.ts';
import { findRound } from '../domain/rounds/rounds.ts';
import { createIntake } from '../intake/create-intake.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import { type BadDay, commandsOf, disturb, planReplay, replay } from './replay.ts';
import { contextOf, nextCommandId, pairing } from './sample-competition.ts';
import { goldenTest } from './shared-data.ts';
import { arrowsOfRow, readWdvCompetitions, readWdvRows, wdvEndsFile } from './wdv-cards.ts';

const round = findRound('school-300');
assert.ok(round);
const badDay: BadDay = { seed: 20261123, singly: 0.4, doubled: 0.3, delay: 60 };

goldenTest(
  '1,335 real ends: sums are right, and the stored tens wrong in 18 rows, as derived counts cannot be',
  [wdvEndsFile],
  () => {
    const rows = readWdvRows();
    assert.equal(rows.length, 1335);
    let [wrongTens, blanks] = [0, 0];
    for (const row of rows) {
      const arrows = arrowsOfRow(row);
      const { tally } = scorecardOfEnds(round, [arrows]);
      assert.equal(endPoints(round, 1, arrows), Number(row.end_total));
      assert.equal(tally.x, Number(row.xs));
      if (tally.ten !== Number(row.tens)) wrongTens += 1;
      blanks += arrows.filter((arrow) => arrow === null).length;
    }
    assert.equal(wrongTens, 18);
    assert.equal(blanks, 19);
  },
);

goldenTest(
  '1,335 real ends through the write path, doubled and out of order: every card as it was, every command one fact',
  [wdvEndsFile],
  async (t) => {
    let [cards, ends, commandCount, factCount, early, doubles] = [0, 0, 0, 0, 0, 0];
    const journal = createMemoryJournal();
    const intake = createIntake({
      journal,
      clock: systemClock,
      log: silentLog,
      journalReplaced: () => assert.fail('same journal'),
    });
    for (const [name, realCards] of readWdvCompetitions()) {
      const plan = planReplay(name, realCards);
      const setUp = [plan.creation, plan.entries, ...plan.butts.map((butt) => pairing(`tablet-${butt}`, butt))];
      for (const command of setUp) assert.equal((await intake.submit(name, command, contextOf())).kind, 'accepted');
      const before = (await journal.head(name)).seq;

      const commands = commandsOf(plan, badDay);
      const arrivals = disturb(commands, badDay);
      const count = await replay(arrivals, async ({ commandId, butt, command }) => {
        const outcome = await intake.submit(
          name,
          command,
          contextOf({ role: 'scorer', device: `tablet-${butt}` }, commandId),
        );
        if (outcome.kind === 'rejected') return { rejected: outcome.rejection.code };
        return outcome.kind === 'accepted' ? 'saved' : 'unanswered';
      });

      assert.deepEqual(count.saved, new Set(commands.map(({ commandId }) => commandId)));
      const state = intake.find(name)?.state;
      assert.ok(state);
      for (const [entry, expected] of plan.cards) {
        assert.deepEqual(scorecardOf(state, entry), scorecardOfEnds(round, expected), `${name}, entry ${entry}`);
      }
      const records = await journal.read(name, before, 100_000);
      const ids = records.map(({ seq, bytes }) => bytesToFact(seq, bytes).commandId);
      assert.equal(new Set(ids).size, ids.length, 'no command took effect twice');
      assert.equal(ids.length, commands.length);
      cards += plan.cards.size;
      ends += [...plan.cards.values()].reduce((sum, all) => sum + all.length, 0);
      commandCount += commands.length;
      factCount += ids.length;
      early += count.tooEarly;
      doubles += arrivals.length - commands.length;
    }
    t.diagnostic(
      `${cards} cards, ${ends} ends, ${commandCount} commands, ${doubles} doubled, ${early} too early, ${factCount} facts`,
    );
    assert.deepEqual([cards, ends], [137, 1335]);
    assert.ok(doubles > commandCount / 4 && early > 100, 'the day was bad enough');
    // A stranger's tablet is still a stranger's: the replay did not run with doors open.
    const [name] = [...readWdvCompetitions().keys()];
    const stranger = { role: 'scorer', device: 'nobody' } as const;
    const refused = await intake.submit(
      name ?? '',
      { kind: 'scoreArrows', entry: 1, end: 10, first: 0, arrows: ['9'] },
      contextOf(stranger, nextCommandId()),
    );
    assert.equal(refused.kind === 'rejected' && refused.rejection.code, 'unknownDevice');
    await intake.close();
  },
);
