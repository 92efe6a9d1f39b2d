// The table of sizes, and what holds for machines between its rows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sizesFor, sumOf } from './sizes.ts';

const gigabyte = 1024 ** 3;

const table = [
  // memory, cores: redis, main, archive, live, backup, outlet, printing, sqlite, beside, backpressure KB, pool
  [1, 1, 128, 256, 128, 64, 64, 48, 64, 16, 96, 32, 4],
  [2, 2, 256, 512, 256, 128, 128, 48, 128, 32, 128, 64, 4],
  [4, 4, 512, 1024, 512, 256, 256, 64, 256, 64, 256, 64, 4],
  [8, 8, 1024, 2048, 1024, 512, 256, 96, 512, 64, 512, 64, 8],
  [32, 32, 2500, 3072, 1536, 512, 256, 96, 512, 64, 512, 64, 16],
] as const;

for (const [
  memory,
  cores,
  redis,
  main,
  archive,
  live,
  backup,
  outlet,
  print,
  cache,
  beside,
  backpressure,
  pool,
] of table) {
  test(`${memory} GB and ${cores} cores`, () => {
    assert.deepEqual(sizesFor({ memoryBytes: memory * gigabyte, cores }), {
      memoryMegabytes: memory * 1024,
      redisMegabytes: redis,
      mainHeapMegabytes: main,
      archiveHeapMegabytes: archive,
      liveHeapMegabytes: live,
      backupHeapMegabytes: backup,
      outletHeapMegabytes: outlet,
      printingHeapMegabytes: print,
      databaseCacheMegabytes: cache,
      besideMegabytes: beside,
      backpressureBytes: backpressure * 1024,
      poolThreads: pool,
    });
  });
}

test('the limits together leave a tenth of any machine of a gigabyte or more to the system', () => {
  const machine = fc.record({
    memoryBytes: fc.integer({ min: gigabyte, max: 256 * gigabyte }),
    cores: fc.integer({ min: 1, max: 128 }),
  });
  fc.assert(
    fc.property(machine, (each) => {
      const sizes = sizesFor(each);
      assert.ok(sumOf(sizes) <= sizes.memoryMegabytes * 0.9, JSON.stringify(sizes));
    }),
  );
});

test('what a person sets wins, and what follows from it follows', () => {
  const sizes = sizesFor(
    { memoryBytes: 4 * gigabyte, cores: 2 },
    { redisMemoryMegabytes: 300, nodeMemoryMegabytes: 512 },
  );
  assert.equal(sizes.redisMegabytes, 300);
  assert.equal(sizes.mainHeapMegabytes, 512);
  assert.equal(sizes.archiveHeapMegabytes, 256);
});
