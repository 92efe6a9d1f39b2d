// A few seconds of the soak, so that it still runs when it is wanted: days that end, everything around them, looks from inside.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { soak } from './run-soak.ts';

test('days of two events pass, with everything around them, and nothing is left', async () => {
  const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith('tenring-soak-')));
  const told: string[] = [];
  const { slices, days, commands, refused, viewersLost, counts, leftovers } = await soak({
    ...{ tablets: 2, archersPerTablet: 4, viewers: 4, ends: 2, speed: 240 },
    ...{ seconds: 12, sliceSeconds: 4, leastDays: 2 },
    tell: (words) => told.push(words),
  });
  assert.ok(slices.length >= 3);
  assert.ok(days >= 2, `${days} days begun: ${told.join('\n')}`);
  assert.ok(commands >= 16, `${commands} ends`);
  assert.deepEqual([refused, viewersLost], [{}, 0]);
  for (const name of ['viewers', 'cuts', 'reads', 'exports', 'backups'])
    assert.ok((counts[name] ?? 0) > 0, `${name}: ${JSON.stringify(counts)}`);
  for (const { appMegabytes, redisMegabytes, heapMegabytes, descriptors } of slices)
    assert.ok(appMegabytes > heapMegabytes && heapMegabytes > 10 && redisMegabytes > 1 && descriptors > 10);
  for (const bytes of Object.values(leftovers?.heaps ?? { none: 0 })) assert.ok(bytes > 1e6, JSON.stringify(leftovers));
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith('tenring-soak-') && !before.has(name)),
    [],
  );
});
