// Which device is behind a socket, and what becomes of its socket when the desk moves or revokes it.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { authenticateDevice, hashDeviceToken } from '../access/authenticate-device.ts';
import type { Command, ScoringCommand } from '../domain/commands.ts';
import { systemClock } from '../kit/clock.ts';
import type { Live } from '../live/live.ts';
import { createMemoryIntake, type MemoryIntake } from '../testing/memory-intake.ts';
import { categoryOf, creation, newEntry, organiser } from '../testing/small-competition.ts';
import { createScoringSessions, type ScoringSessions } from './scoring-sessions.ts';

const competition = 'c1';
const credentials = { competition, device: 'tablet-1', token: 'secret' };
type Said = readonly [kind: string, ...said: readonly unknown[]];

let said: Said[] = [];
let intake: MemoryIntake;
let sessions: ScoringSessions;
let lastId = 0;

async function desk(command: Command): Promise<void> {
  lastId += 1;
  const commandId = lastId.toString(16).padStart(32, '0');
  const outcome = await intake.submit(competition, command, { commandId, at: 0, actor: organiser });
  assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
}

beforeEach(async () => {
  said = [];
  intake = createMemoryIntake();
  const note =
    (kind: string) =>
    (...rest: readonly unknown[]) =>
      void said.push([kind, ...rest]);
  const live: Pick<Live, 'greet' | 'refuse' | 'answer' | 'dismiss'> = {
    greet: note('greet'),
    refuse: note('refuse'),
    answer: note('answer'),
    dismiss: note('dismiss'),
  };
  sessions = createScoringSessions({
    live: () => live as Live,
    intake,
    authenticate: (given) => authenticateDevice(given, intake.find),
    clock: systemClock,
    observe: () => undefined,
  });
  await desk(creation);
  const entries = [newEntry('Adi', 'RM', '1A'), newEntry('Bayu', 'RM', '2A')];
  await desk({ kind: 'importEntries', categories: [categoryOf('RM')], entries });
  await desk({ kind: 'pairDevice', device: 'tablet-1', butt: 1, tokenHash: hashDeviceToken('secret'), label: 'One' });
  said = [];
});

describe('a paired device', () => {
  test('is greeted with its butt and name', () => {
    sessions.greet(5, credentials);
    const at = { epoch: 'e1', seq: 4 };
    assert.deepEqual(said, [['greet', 5, { butt: 1, label: 'One', at }]]);
  });

  test('that is handed to another butt and the second card is closed as moved, and greeted there when it comes again', async () => {
    sessions.greet(5, credentials);
    said = [];
    await desk({ kind: 'changeDevice', device: 'tablet-1', butt: 2, label: 'Two', card: 'second' });
    assert.deepEqual(said, [['dismiss', competition, 'tablet-1', 'moved']]);
    sessions.gone(5);
    sessions.greet(6, credentials);
    assert.deepEqual(said.at(-1), ['greet', 6, { butt: 2, label: 'Two', card: 'second', at: { epoch: 'e1', seq: 5 } }]);
  });

  test('that was revoked is closed as not paired, and refused when it comes again', async () => {
    sessions.greet(5, credentials);
    said = [];
    await desk({ kind: 'revokeDevice', device: 'tablet-1' });
    sessions.greet(6, credentials);
    assert.deepEqual(said, [
      ['dismiss', competition, 'tablet-1', 'notPaired'],
      ['refuse', 6, 'notPaired'],
    ]);
  });

  test('stays when another is moved', async () => {
    await desk({ kind: 'pairDevice', device: 'tablet-2', butt: 2, tokenHash: hashDeviceToken('x'), label: '' });
    sessions.greet(5, credentials);
    said = [];
    await desk({ kind: 'changeDevice', device: 'tablet-2', butt: 1, label: 'Two', card: 'first' });
    assert.deepEqual(said, [['dismiss', competition, 'tablet-2', 'moved']]);
  });

  test('gets an answer to each command on the socket that it came from', async () => {
    sessions.greet(5, credentials);
    said = [];
    const [shot, elsewhere]: readonly ScoringCommand[] = [
      { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['9'], hits: [{ x: 10, y: -200 }] },
      { kind: 'scoreArrows', entry: 2, end: 1, first: 0, arrows: ['9'] },
    ];
    assert.ok(shot && elsewhere);
    sessions.commands([
      { socket: 5, commandId: 'a'.repeat(32), command: shot },
      { socket: 5, commandId: 'b'.repeat(32), command: elsewhere },
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    const outcomes = said.map(([kind, answer]) => {
      const { socket, outcome } = answer as Parameters<Live['answer']>[0];
      return [kind, socket, outcome.kind === 'rejected' ? outcome.rejection.code : outcome.kind];
    });
    assert.deepEqual(outcomes, [
      ['answer', 5, 'accepted'],
      ['answer', 5, 'notYourTarget'],
    ]);
    assert.deepEqual(intake.find(competition)?.state.notes.at(1)?.hits.get(1)?.[0], { x: 10, y: -200 });
  });
});
