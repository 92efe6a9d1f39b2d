// The real program with its real Redis, killed with -9 in the middle of scoring: first Redis, then the program itself. What a tablet was
// told is saved must be in the archive afterwards, once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ScoreArrows } from './domain/commands.ts';
import { type Answer, openSimulatedTablet, type SimulatedTablet } from './simulator/simulated-tablet.ts';
import { openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import { createDataFolder, findFreePort, runAppliance } from './testing/run-appliance.ts';

const password = 'correct horse battery';
const arrows: ScoreArrows['arrows'] = ['10', '9', '8', '7', '6', 'M'];
const ends = 6;

const csv = [
  'name,club,category,target',
  ...['A', 'B', 'C', 'D'].flatMap((letter) =>
    [1, 2, 3].map((butt) => `Archer ${butt}${letter},Club ${letter},RM,${butt}${letter}`),
  ),
].join('\n');

test('kill -9 of Redis, then of the appliance: nothing that a tablet was told is saved is missing or doubled', async () => {
  const folder = createDataFolder();
  let appliance = await runAppliance({ dataFolder: folder.path, realtimePort: await findFreePort() });
  let tablets: readonly { readonly tablet: SimulatedTablet; readonly entries: readonly number[] }[] = [];
  try {
    const desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
    const { id } = await desk.createCompetition({
      name: 'Crash Cup',
      venue: '',
      from: '2026-05-02',
      to: '2026-05-02',
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    });
    assert.equal((await desk.importCsv(id, csv)).imported, 12);
    const targets = await desk.targets(id);
    const { realtimePort } = appliance.ready;
    const port = Number(new URL(appliance.origin).port);

    const saved = new Set<string>();
    const rejected: Answer[] = [];
    tablets = await Promise.all(
      targets.map(async ({ butt, archers }) => {
        const { code } = await desk.joinCode(id, butt);
        const { device, token } = await desk.join(code, `Tablet ${butt}`);
        const tablet = openSimulatedTablet({
          url: `ws://127.0.0.1:${realtimePort}/scoring`,
          credentials: { competition: id, device, token },
          onAnswer: (answer) => {
            if (answer.kind === 'saved') saved.add(answer.commandId);
            else if (answer.kind === 'rejected') rejected.push(answer);
          },
        });
        return { tablet, entries: archers.map(({ entry }) => entry) };
      }),
    );

    async function score(end: number): Promise<void> {
      const answers = tablets.flatMap(({ tablet, entries }) =>
        entries.flatMap((entry) =>
          arrows.map((arrow, first) => tablet.submit({ kind: 'scoreArrows', entry, end, first, arrows: [arrow] })),
        ),
      );
      await Promise.all(answers);
    }

    await score(1);
    const underRedisCrash = score(2);
    process.kill(Number(readFileSync(join(folder.path, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
    await underRedisCrash;
    await score(3);

    const underCrash = score(4);
    const savedBefore = saved.size;
    await appliance.kill();
    appliance = await runAppliance({ dataFolder: folder.path, port, realtimePort });
    await underCrash;
    for (let end = 5; end <= ends; end += 1) await score(end);
    assert.ok(saved.size > savedBefore);
    assert.equal(await appliance.stop(), 0, appliance.log());

    const facts = readArchive(folder.path, id);
    const effects = facts.filter(({ fact }) => fact.kind === 'arrowsScored').map(({ commandId }) => commandId);
    assert.deepEqual(rejected, []);
    assert.equal(saved.size, 12 * ends * arrows.length);
    assert.equal(new Set(effects).size, effects.length, 'no command took effect twice');
    assert.deepEqual(
      [...saved].filter((commandId) => !effects.includes(commandId)),
      [],
      'nothing saved is missing',
    );
    assert.deepEqual(
      facts.map(({ seq }) => seq),
      facts.map((_, index) => index + 1),
      'no gap in the archive',
    );
  } finally {
    for (const { tablet } of tablets) tablet.close();
    await appliance.kill();
    folder.remove();
  }
});
