import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

// Says when it is ready and how often it was told to stop; ends by itself a moment after the first time.
const countSignals = `
  let told = 0;
  process.on('SIGINT', () => { told += 1; console.log('told'); setTimeout(() => process.exit(told === 1 ? 7 : 8), 200); });
  setInterval(() => {}, 1000);
  console.log('ready');`;

function startWrapped(program) {
  const wrapper = `
    import { runProgram } from ${JSON.stringify(new URL('program.mjs', import.meta.url).href)};
    process.exit(await runProgram(process.execPath, ['--eval', ${JSON.stringify(program)}], process.env));`;
  return spawn(process.execPath, ['--input-type=module', '--eval', wrapper], { stdio: ['ignore', 'pipe', 'inherit'] });
}

test('one keystroke that arrives twice stops the program once, and its exit code comes back', async () => {
  const wrapper = startWrapped(countSignals);
  await once(wrapper.stdout, 'data');
  wrapper.kill('SIGINT');
  await once(wrapper.stdout, 'data');
  wrapper.kill('SIGINT');
  assert.deepEqual(await once(wrapper, 'close'), [7, null]);
});

test('a program that is killed is reported as shells do', async () => {
  const wrapper = startWrapped("process.kill(process.pid, 'SIGKILL')");
  assert.deepEqual(await once(wrapper, 'close'), [137, null]);
});
