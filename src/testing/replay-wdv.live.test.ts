// The largest of the real school days again, this time by tablets over real sockets, all of which break in the middle of it.
import assert from 'node:assert/strict';
import { scorecardOfEnds } from '../domain/card/scorecard.ts';
import { scorecardOf } from '../domain/competition.ts';
import { findRound } from '../domain/rounds/rounds.ts';
import { createIntake } from '../intake/create-intake.ts';
import { createScoringSessions } from '../intake/scoring-sessions.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { openLive } from '../live/live-worker.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import { liveOptions } from './bare-live.ts';
import { commandsOf, disturb, planReplay, replay } from './replay.ts';
import { openReplayTablets } from './replay-tablets.ts';
import { contextOf, pairing } from './sample-competition.ts';
import { goldenTest } from './shared-data.ts';
import { readWdvCompetitions, wdvEndsFile } from './wdv-cards.ts';

const competition = 'school';

async function openWritePath() {
  const journal = createMemoryJournal();
  const intake = createIntake({
    journal,
    clock: systemClock,
    log: silentLog,
    journalReplaced: () => assert.fail('same journal'),
  });
  const live = await openLive(
    { ...liveOptions, maxCommandsUnderWay: 500 },
    {
      greet: (socket, credentials) => sessions.greet(socket, credentials),
      commands: (frames) => sessions.commands(frames),
      gone: (socket) => sessions.gone(socket),
      watched: () => undefined,
      unwatched: () => undefined,
      snapshotWanted: () => undefined,
      published: () => undefined,
      certificateRefused: (why) => assert.fail(why),
      failed: (error) => assert.fail(error),
    },
  );
  const sessions = createScoringSessions({
    live: () => live,
    intake,
    clock: systemClock,
    authenticate: ({ device }) => ({ kind: 'device', place: { butt: Number(device.slice('tablet-'.length)) } }),
    observe: () => undefined,
  });
  return { journal, intake, live };
}

goldenTest(
  'a real day by simulated tablets, all connections lost once: every card as it was, every ack in the journal',
  [wdvEndsFile],
  async (t) => {
    const { journal, intake, live } = await openWritePath();
    const [largest] = [...readWdvCompetitions().values()].sort((a, b) => b.length - a.length);
    assert.ok(largest);
    const plan = planReplay('School day', largest);
    const setUp = [plan.creation, plan.entries, ...plan.butts.map((butt) => pairing(`tablet-${butt}`, butt))];
    for (const command of setUp)
      assert.equal((await intake.submit(competition, command, contextOf())).kind, 'accepted');
    const before = (await journal.head(competition)).seq;

    const credentials = new Map(
      plan.butts.map((butt) => [butt, { competition, device: `tablet-${butt}`, token: 't' }]),
    );
    const tablets = openReplayTablets(`ws://127.0.0.1:${live.port}/scoring`, credentials);
    const badDay = { seed: 7, singly: 0.4, doubled: 0.3, delay: 200 };
    const commands = commandsOf(plan, badDay);
    let sent = 0;
    const count = await replay(disturb(commands, badDay), (command) => {
      sent += 1;
      if (sent === 500) for (const { device } of credentials.values()) live.dismiss(competition, device, 'unavailable');
      return tablets.send(command);
    });
    tablets.close();

    const state = intake.find(competition)?.state;
    const round = findRound('school-300');
    assert.ok(state && round);
    for (const [entry, expected] of plan.cards)
      assert.deepEqual(scorecardOf(state, entry), scorecardOfEnds(round, expected));
    const facts = (await journal.read(competition, before, 100_000)).map(({ seq, bytes }) => bytesToFact(seq, bytes));
    assert.deepEqual(facts.map((fact) => fact.commandId).sort(), commands.map(({ commandId }) => commandId).sort());
    const seqById = new Map(facts.map(({ commandId, seq }) => [commandId, seq]));
    for (const [commandId, seq] of tablets.acks) assert.equal(seqById.get(commandId), seq);
    assert.equal(tablets.acks.size, commands.length);
    t.diagnostic(
      `${plan.cards.size} cards on ${plan.butts.length} butts, ${count.sent} sent, ${count.tooEarly} too early`,
    );
    await live.close();
    await intake.close();
  },
);
