// Thousands of mornings in which everything goes wrong that can, each from a seed: write path, sessions, archive and tablets are the real
// ones, time, network and disks are not. TENRING_SEED=n runs one again, TENRING_SEEDS=n as many as are asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Breakage } from './sim/sim-process.ts';
import { emptyTally, simulateMorning } from './sim/simulate.ts';

const usualSeeds = 2_000;
const only = process.env.TENRING_SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.TENRING_SEEDS ?? usualSeeds) }, (_, index) => index + 1);

test(`nothing acknowledged is lost or doubled in ${seeds.length} mornings`, async (t) => {
  const tally = emptyTally();
  for (const seed of seeds) {
    await simulateMorning(seed, tally).catch((error: unknown) => {
      throw new Error(`TENRING_SEED=${seed} shows it again`, { cause: error });
    });
  }
  t.diagnostic(JSON.stringify(tally));
  if (seeds.length < 100) return;
  for (const [what, times] of Object.entries(tally)) assert.ok(times > seeds.length / 100, `${what}: ${times} times`);
});

test('a seed shows the same morning again', async () => {
  const [one, other] = [emptyTally(), emptyTally()];
  for (let seed = 1; seed <= 20; seed += 1) await simulateMorning(seed, one);
  for (let seed = 1; seed <= 20; seed += 1) await simulateMorning(seed, other);
  assert.deepEqual(one, other);
});

// The same checks, on appliances that are wrong: what they say, and no other failure.
const broken: readonly (readonly [Breakage, string, RegExp])[] = [
  [
    'acksBeforeDisk',
    'one that acknowledges before it is on disk',
    /was told to be saved as fact|every arrow is there once/,
  ],
  ['forgetsCommands', 'one that forgets which commands took effect', /refused: arrowAlreadyScored|took effect twice/],
];
for (const [breakage, what, words] of broken) {
  test(`${what} is found out`, async () => {
    const said: string[] = [];
    const right = () => said.filter((each) => words.test(each)).length;
    for (let seed = 1; seed <= 40 && right() < 5; seed += 1)
      await simulateMorning(seed, emptyTally(), breakage).catch((error: unknown) => said.push(String(error)));
    assert.equal(right(), 5, `in 40 mornings; also said: ${said.join('; ')}`);
  });
}
