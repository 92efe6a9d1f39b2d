import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLaterPart, type PartWorld } from './later-part.ts';

/** A network whose answers are given one by one. */
function createWorld(files: readonly string[]) {
  const asked: { readonly address: string; resolve(): void; reject(): void }[] = [];
  const timers: { readonly milliseconds: number; run(): void }[] = [];
  const world: PartWorld = {
    filesOf: (name) => (name === 'sheets-part' ? files : []),
    fetchFile: (address) =>
      new Promise((resolve, reject) => {
        asked.push({ address, resolve, reject: () => reject(new Error('no network')) });
      }),
    after: (milliseconds, run) => timers.push({ milliseconds, run }),
  };
  return { world, asked, timers };
}

const settle = () => new Promise((done) => setImmediate(done));

describe('a later part of a page', () => {
  it('asks for nothing until it is told to', async () => {
    const { world, asked } = createWorld(['/assets/a.js']);
    const part = createLaterPart('sheets-part', () => Promise.reject(new Error('not now')), world);
    await settle();
    assert.deepEqual(asked, []);
    assert.deepEqual(part.state(), { kind: 'coming' });
  });

  it('is imported once all of its files are here', async () => {
    const { world, asked } = createWorld(['/assets/a.js', '/assets/b.js']);
    let imports = 0;
    let heard = 0;
    const part = createLaterPart('sheets-part', async () => `import ${++imports}`, world);
    part.subscribe(() => {
      heard += 1;
    });
    part.fetch();
    part.fetch();
    assert.deepEqual(
      asked.map(({ address }) => address),
      ['/assets/a.js', '/assets/b.js'],
    );
    asked[0]?.resolve();
    await settle();
    assert.equal(imports, 0);
    asked[1]?.resolve();
    await settle();
    assert.deepEqual(part.state(), { kind: 'here', content: 'import 1' });
    assert.equal(heard, 1);
    part.fetch();
    await settle();
    assert.equal(asked.length, 2);
    assert.equal(imports, 1);
  });

  it('says that it did not come, tries again by itself, each time later, and at once when asked', async () => {
    const { world, asked, timers } = createWorld(['/assets/a.js']);
    let imports = 0;
    const part = createLaterPart('sheets-part', async () => ++imports, world);
    part.fetch();
    for (const milliseconds of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      asked.at(-1)?.reject();
      await settle();
      assert.deepEqual(part.state(), { kind: 'missing' });
      assert.equal(timers.at(-1)?.milliseconds, milliseconds);
      timers.at(-1)?.run();
    }
    // Never imported in vain: a browser would remember that.
    assert.equal(imports, 0);
    asked.at(-1)?.reject();
    await settle();
    const [before, waits] = [asked.length, timers.length];
    part.fetch();
    asked.at(-1)?.reject();
    await settle();
    assert.equal(timers.length, waits, 'it waits already');
    part.fetch();
    assert.equal(asked.length, before + 2);
    asked.at(-1)?.resolve();
    await settle();
    assert.deepEqual(part.state(), { kind: 'here', content: 1 });
    timers.at(-1)?.run();
    await settle();
    assert.equal(asked.length, before + 2);
  });
});
