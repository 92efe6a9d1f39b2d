// mDNS for real, between two machines made of network namespaces with a cable between them that leads nowhere else: nothing is said on the
// networks of this machine.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

const program = join(import.meta.dirname, '..', 'testing', 'announce-here.ts');
const canIsolate =
  spawnSync('unshare', ['-n', 'ip', 'link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'lan1']).status === 0;
const skip = canIsolate ? false : 'network namespaces cannot be made here';

/** A question for NAME.local, A; prints the addresses in the answers. */
const ask = `
const [, address, name] = process.argv;
const socket = require('node:dgram').createSocket('udp4');
const label = (text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const question = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]), label(name), label('local'), Buffer.from([0, 0, 1, 0, 1])]);
socket.on('message', (answer) => {
  const at = answer.indexOf(Buffer.from([0, 4, 10, 77]));
  console.log(at < 0 ? 'no address' : [...answer.subarray(at + 2, at + 6)].join('.'));
  socket.close();
});
socket.bind(0, address, () => {
  socket.setMulticastInterface(address);
  socket.send(question, 5353, '224.0.0.251');
});
setTimeout(() => { console.log('silence'); process.exit(); }, 1500).unref();
`;

const machines: ChildProcess[] = [];
const inside = (machine: number, ...command: readonly string[]) => [
  ...['-t', String(machines[machine]?.pid), '-n'],
  ...command,
];

function run(machine: number, ...command: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('nsenter', inside(machine, ...command), { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

before(async () => {
  if (skip) return;
  for (const _ of [0, 1]) {
    const machine = spawn('unshare', ['-n', 'sh', '-c', 'echo there; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    machines.push(machine);
    await once(machine.stdout, 'data');
  }
  run(0, 'ip', 'link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'lan1', 'netns', String(machines[1]?.pid));
  for (const machine of [0, 1]) {
    run(machine, 'ip', 'addr', 'add', `10.77.0.${machine + 1}/24`, 'dev', `lan${machine}`);
    run(machine, 'ip', 'link', 'set', 'lo', 'up');
    run(machine, 'ip', 'link', 'set', `lan${machine}`, 'up');
    run(machine, 'ip', 'route', 'add', '224.0.0.0/4', 'dev', `lan${machine}`);
  }
});

after(() => {
  for (const machine of machines) machine.kill('SIGKILL');
});

async function announceOn(machine: number) {
  const child = spawn('nsenter', inside(machine, process.execPath, program, `lan${machine}`), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [name] = await once(createInterface(child.stdout), 'line');
  return {
    name: String(name),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

test('the other machine finds tenring.local; a second appliance is tenring-2.local; goodbye is said', {
  skip,
}, async () => {
  const first = await announceOn(0);
  assert.equal(first.name, 'tenring');
  assert.equal(run(1, process.execPath, '-e', ask, '10.77.0.2', 'tenring'), '10.77.0.1');
  const second = await announceOn(1);
  assert.equal(second.name, 'tenring-2');
  assert.equal(run(0, process.execPath, '-e', ask, '10.77.0.1', 'tenring-2'), '10.77.0.2');
  assert.equal(
    run(1, process.execPath, '-e', ask, '10.77.0.2', 'tenring'),
    '10.77.0.1',
    'the first one keeps its name',
  );
  await second.stop();
  await first.stop();
  assert.equal(run(1, process.execPath, '-e', ask, '10.77.0.2', 'tenring'), 'silence');
});
