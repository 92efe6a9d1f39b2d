// That the limits hold, shown by threads and processes that run into them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { beginAgain } from './take-memory.ts';

const sizes = { mainHeapMegabytes: 300, poolThreads: 6 };
const surroundings = {
  argv: ['/usr/bin/node', '/srv/main.ts', 'start', '--json'],
  execArgv: ['--trace-warnings'],
  env: { NODE_OPTIONS: '--no-warnings', HOME: '/root' },
  execPath: '/usr/bin/node',
};

test('begins again with the limit and the same words', () => {
  assert.deepEqual(beginAgain(sizes, surroundings, false), {
    args: ['/usr/bin/node', '--trace-warnings', '/srv/main.ts', 'start', '--json'],
    env: { NODE_OPTIONS: '--no-warnings --max-old-space-size=300', HOME: '/root', UV_THREADPOOL_SIZE: '6' },
  });
});

test('the package is given its own words only', () => {
  const packaged = { ...surroundings, argv: ['/usr/bin/tenring', '/snapshot/main.cjs', 'start'], execArgv: [] };
  assert.deepEqual(beginAgain(sizes, { ...packaged, execPath: '/usr/bin/tenring' }, true)?.args, [
    '/usr/bin/tenring',
    'start',
  ]);
});

test('begins once only, and not where a person has set a limit', () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=200' };
  assert.equal(beginAgain(sizes, { ...surroundings, env }, false), undefined);
  assert.equal(beginAgain(sizes, { ...surroundings, execArgv: ['--max-old-space-size=200'] }, false), undefined);
});

const program = (file: string) => `
import { Worker } from 'node:worker_threads';
import v8 from 'node:v8';
import { sizesFor } from ${JSON.stringify(join(import.meta.dirname, '..', 'config', 'sizes.ts'))};
import { takeMemory } from ${JSON.stringify(join(import.meta.dirname, file))};
takeMemory(sizesFor({ memoryBytes: 2 ** 30, cores: 2 }, { nodeMemoryMegabytes: 60 }));
const fill = 'const kept = []; for (let i = 0; i < 1e8; i++) kept.push({ i, a: [i] });';
console.log(process.pid, process.env.UV_THREADPOOL_SIZE, v8.getHeapStatistics().heap_size_limit);
const worker = new Worker(fill, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 20 } });
worker.on('error', (error) => {
  console.log(error.code);
  new Function(fill)();
});
`;

test('the main thread and a worker each end at their own limit, the worker alone', () => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program('take-memory.ts')], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const [facts = '', workerEnd] = run.stdout.trim().split('\n');
  const [pid, pool, limit] = facts.split(' ').map(Number);
  assert.equal(pid, run.pid);
  assert.equal(pool, 4);
  assert.ok(Number(limit) < 300 * 1024 * 1024, `${limit}`);
  assert.equal(workerEnd, 'ERR_WORKER_OUT_OF_MEMORY');
  assert.match(run.stderr, /heap out of memory/);
  assert.equal(run.signal, 'SIGABRT');
});
