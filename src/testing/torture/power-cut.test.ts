import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../simulator/random.ts';
import { type Disk, type DiskStep, filesOf } from './disk.ts';
import { cutPower, type Mercy } from './power-cut.ts';

const empty: Disk = { folders: new Set(), inodes: new Map(), contents: new Map() };

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}

function write(inode: number, at: number, text: string): DiskStep {
  return { kind: 'write', inode, at, bytes: bytes(text) };
}

let syncs = 0n;
function synced(inode: number, folder?: string): readonly DiskStep[] {
  syncs += 1n;
  return [
    { kind: 'syncBegins', number: syncs, inode, folder },
    { kind: 'syncEnds', number: syncs },
  ];
}

function left(steps: readonly DiskStep[], mercy: Mercy = 'none', base = empty): Record<string, string> {
  const disk = cutPower(base, steps, createRandom(1), mercy);
  return Object.fromEntries([...filesOf(disk)].map(([path, content]) => [path, Buffer.from(content).toString()]));
}

const create = (path: string, inode: number): DiskStep => ({ kind: 'create', path, inode });
const named = synced(0, '');

test('what a sync covers is there, what came after it is not', () => {
  const steps = [create('a', 1), ...named, write(1, 0, 'one'), ...synced(1), write(1, 3, 'two')];
  assert.deepEqual(left(steps), { a: 'one' });
  assert.deepEqual(left(steps, 'all'), { a: 'onetwo' });
});

test('a sync covers what came before its beginning, and only once it has ended', () => {
  const [begins, ends] = synced(1);
  assert.ok(begins && ends);
  assert.deepEqual(left([create('a', 1), ...named, write(1, 0, 'one'), begins]), { a: '' });
  assert.deepEqual(left([create('a', 1), ...named, begins, write(1, 0, 'one'), ends]), { a: '' });
});

test('a synced file whose name is not synced is gone, and so is what lies in an unnamed folder', () => {
  assert.deepEqual(left([create('a', 1), write(1, 0, 'one'), ...synced(1)]), {});
  const inFolder: DiskStep[] = [{ kind: 'makeFolder', path: 'f' }, create('f/a', 1), write(1, 0, 'one'), ...synced(1)];
  assert.deepEqual(left([...inFolder, ...synced(2, 'f')]), {});
  assert.deepEqual(left([...inFolder, ...synced(2, 'f'), ...named]), { 'f/a': 'one' });
});

test('a new content under an old name: the old one until the folder is synced', () => {
  const base: Disk = { ...empty, inodes: new Map([['a', 1]]), contents: new Map([[1, bytes('old')]]) };
  const steps: DiskStep[] = [create('b', 2), write(2, 0, 'new'), ...synced(2), { kind: 'rename', from: 'b', to: 'a' }];
  assert.deepEqual(left(steps, 'none', base), { a: 'old' });
  assert.deepEqual(left([...steps, ...synced(0, '')], 'none', base), { a: 'new' });
});

test('a renamed folder takes along what is in it', () => {
  const steps: DiskStep[] = [
    { kind: 'makeFolder', path: 'f' },
    create('f/a', 1),
    write(1, 0, 'one'),
    { kind: 'rename', from: 'f', to: 'g' },
  ];
  assert.deepEqual(left(steps, 'all'), { 'g/a': 'one' });
});

test('a file that was removed comes back unless its folder is synced', () => {
  const base: Disk = { ...empty, inodes: new Map([['a', 1]]), contents: new Map([[1, bytes('old')]]) };
  const removed: DiskStep = { kind: 'unlink', path: 'a' };
  assert.deepEqual(left([removed], 'none', base), { a: 'old' });
  assert.deepEqual(left([removed, ...named], 'none', base), {});
});

test('a file that was cut short and written again has no bytes of before', () => {
  const resize: DiskStep = { kind: 'resize', inode: 1, length: 1 };
  assert.deepEqual(left([create('a', 1), write(1, 0, 'abc'), resize, write(1, 3, 'd')], 'all'), { a: 'a\0\0d' });
});
