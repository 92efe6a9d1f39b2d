import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom } from '../../simulator/random.ts';
import { type DiskStep, filesOf } from './disk.ts';
import { cutPower, mercies } from './power-cut.ts';

const inodes = [1, 2, 3];
const base = {
  folders: new Set<string>(),
  inodes: new Map(inodes.map((inode) => [`file-${inode}`, inode])),
  contents: new Map(inodes.map((inode) => [inode, new Uint8Array()])),
};

/** One process: a sync ends before the next step. Each write has a byte of its own. */
const anySteps = fc
  .array(
    fc.record({
      inode: fc.constantFrom(...inodes),
      at: fc.nat(1500),
      length: fc.integer({ min: 1, max: 1200 }),
      isSync: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.flatMap(({ inode, at, length, isSync }, index): DiskStep[] =>
      isSync
        ? [
            { kind: 'syncBegins', number: BigInt(index), inode, folder: undefined },
            { kind: 'syncEnds', number: BigInt(index) },
          ]
        : [{ kind: 'write', inode, at, bytes: new Uint8Array(length).fill(index + 1) }],
    ),
  );

const anyCut = fc.record({ steps: anySteps, seed: fc.nat(), mercy: fc.constantFrom(...mercies) });

function lastSync(steps: readonly DiskStep[], inode: number): number {
  return steps.findLastIndex((step) => step.kind === 'syncBegins' && step.inode === inode);
}

/** The bytes that each place of a file may have: of its last covered write, or of any later one. */
function allowedAt(steps: readonly DiskStep[], inode: number, place: number): ReadonlySet<number> {
  const covered = lastSync(steps, inode);
  let before = 0;
  const allowed = new Set<number>();
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'write' || step.inode !== inode) continue;
    if (place < step.at || place >= step.at + step.bytes.length) continue;
    const byte = step.bytes[0] ?? 0;
    if (index < covered) before = byte;
    else allowed.add(byte);
  }
  return allowed.add(before);
}

test('every byte that is synced is kept unless a later write may have replaced it, and nothing is invented', () => {
  fc.assert(
    fc.property(anyCut, ({ steps, seed, mercy }) => {
      const left = filesOf(cutPower(base, steps, createRandom(seed), mercy));
      for (const inode of inodes) {
        const content = left.get(`file-${inode}`);
        assert.ok(content);
        for (let place = 0; place < 2_700; place += 37) {
          const allowed = allowedAt(steps, inode, place);
          assert.ok(allowed.has(content[place] ?? 0), `${content[place]} at ${place} of ${inode}`);
        }
      }
    }),
  );
});

test('when all is synced at last, all is kept, whatever the disk is like', () => {
  fc.assert(
    fc.property(anyCut, ({ steps, seed, mercy }) => {
      const syncs = inodes.flatMap((inode): DiskStep[] => [
        { kind: 'syncBegins', number: BigInt(1_000 + inode), inode, folder: undefined },
        { kind: 'syncEnds', number: BigInt(1_000 + inode) },
      ]);
      const all = cutPower(base, steps, createRandom(0), 'all');
      assert.deepEqual(filesOf(cutPower(base, [...steps, ...syncs], createRandom(seed), mercy)), filesOf(all));
    }),
  );
});
