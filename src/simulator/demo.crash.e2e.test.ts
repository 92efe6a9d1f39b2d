// The demo itself, killed with -9: first its Redis, then the program. Every ack that its simulated tablets had received is in the archive.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { readArchive } from '../testing/read-archive.ts';
import { createDataFolder, runAppliance } from '../testing/run-appliance.ts';

/** Acks by command id, from the log. The line that the kill cut short is no ack. */
function acksIn(log: string): ReadonlyMap<string, number> {
  const acks = new Map<string, number>();
  for (const line of log.split('\n')) {
    if (!line.includes('"msg":"saved"') || !line.endsWith('}')) continue;
    const { commandId, seq }: { commandId: string; seq: number } = JSON.parse(line);
    acks.set(commandId, seq);
  }
  return acks;
}

test('nothing that the demo acknowledged is missing after kill -9 of Redis and of the program', {
  timeout: 60_000,
}, async (t) => {
  const folder = createDataFolder();
  const demo = await runAppliance({
    dataFolder: folder.path,
    args: ['--demo', '--demo-minutes', '1', '--demo-archers', '200', '--log-level', 'debug'],
  });
  try {
    const until = async (count: number) => {
      while (acksIn(demo.log()).size < count) await systemClock.sleep(50);
    };
    await until(200);
    process.kill(Number(readFileSync(join(folder.path, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
    await until(500);
    await demo.kill();
    const acks = acksIn(demo.log());

    const again = await runAppliance({ dataFolder: folder.path });
    assert.equal(await again.stop(), 0, again.log());
    const seqs = new Map(readArchive(folder.path, 'demo-1').map(({ commandId, seq }) => [commandId, seq]));
    const missing = [...acks].filter(([commandId, seq]) => seqs.get(commandId) !== seq);
    t.diagnostic(`${acks.size} acks, ${seqs.size} commands in the archive, ${missing.length} missing`);
    assert.deepEqual(missing, []);
  } finally {
    await demo.kill();
    folder.remove();
  }
});
