// A short slice of `npm run fuzz`, with a seed of its own each time: any answer is good but a defect, and nothing is kept of it.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { shares } from './all-kinds.ts';
import { caseOf, type FuzzKind, runFuzz } from './run-fuzz.ts';

const seed = Number(process.env.TENRING_FUZZ_SEED ?? randomInt(2 ** 31));
/** Of a million: some ten seconds. */
const part = 1 / 50;
/** Compiled code and caches that fill up once; what a leak makes of the cases here is more. */
const heapMayGrowBytes = 12 * 1024 * 1024;

for (const { open, cases } of shares) {
  test(`${open.name}: ${Math.round(cases * part)} cases, seed ${seed}`, async () => {
    const kind = await open();
    try {
      const report = await runFuzz(kind, { seed, cases: Math.round(cases * part) });
      assert.ok(report.answers.size > 1, 'some are good and some are not');
      const grown = report.heapAfterBytes - report.heapBeforeBytes;
      assert.ok(grown < heapMayGrowBytes, `the heap grew by ${grown} bytes`);
    } finally {
      await kind.close?.();
    }
  });
}

const oneByte = (take: FuzzKind['take']): FuzzKind => ({
  name: 'of the test',
  samples: [Uint8Array.of(1, 2, 3)],
  take,
});

test('a defect is found and told with what makes it happen again', async () => {
  const kind = oneByte((bytes) => {
    if (bytes.length > 3) throw new RangeError('too long for me');
    return 'good';
  });
  const failed = await runFuzz(kind, { seed: 7, cases: 1_000 }).catch((error: unknown) => String(error));
  const [, number] = /seed 7, case (\d+): RangeError: too long for me/.exec(String(failed)) ?? [];
  assert.ok(caseOf(kind, 7, Number(number)).length > 3, String(failed));
});

test('what is kept of each case is seen as a leak', async () => {
  const kept: string[][] = [];
  const kind = oneByte(() => {
    kept.push(Array.from({ length: 500 }, (_, index) => `${kept.length} ${index}`));
    return 'good';
  });
  const report = await runFuzz(kind, { seed: 7, cases: 1_500 });
  assert.ok(report.heapAfterBytes - report.heapBeforeBytes > heapMayGrowBytes);
});
