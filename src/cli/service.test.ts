// What `tenring service logs` and `status` ask of systemd's own programs: here scripts of the same names, which note what they were given.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { exitCodes } from '../config/exit-codes.ts';
import { temporaryFolder } from '../testing/data-folder.ts';
import { runCommand } from '../testing/run-command.ts';

/** The only programs that the command finds. */
function openMachine(t: TestContext, programs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(t);
  const before = process.env.PATH;
  process.env.PATH = folder;
  t.after(() => {
    process.env.PATH = before;
  });
  for (const [name, ending] of Object.entries(programs))
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.given"\n${ending}\n`, {
      mode: 0o700,
    });
  return {
    /** What it was given since the last look; undefined where it was not called. */
    given(name: string): readonly string[] | undefined {
      const path = join(folder, `${name}.given`);
      if (!existsSync(path)) return undefined;
      const words = readFileSync(path, 'utf8').trimEnd().split('\n');
      rmSync(path);
      return words;
    },
  };
}

test('logs: of this service, as many lines as wanted, on and on, warnings only; its exit code is the command’s', async (t) => {
  const machine = openMachine(t, { journalctl: 'exit 0' });
  assert.equal((await runCommand(['service', 'logs'])).code, exitCodes.ok);
  assert.deepEqual(machine.given('journalctl'), ['-u', 'tenring.service', '-n', '100', '--no-pager']);
  assert.equal((await runCommand(['service', 'logs', '-f', '-n', '20', '--warnings'])).code, exitCodes.ok);
  assert.deepEqual(machine.given('journalctl'), ['-u', 'tenring.service', '-n', '20', '-f', '-p', 'warning']);
  for (const lines of ['many', '-5', '1 -o json', '']) {
    const refused = await runCommand(['service', 'logs', `--lines=${lines}`]);
    assert.equal(refused.code, exitCodes.usage, lines);
    assert.match(refused.said, /--lines has to be a number/);
    assert.equal(machine.given('journalctl'), undefined, lines);
  }
  openMachine(t, { journalctl: 'exit 3' });
  assert.equal((await runCommand(['service', 'logs'])).code, 3);
});

test('without systemd it says so in one line', async (t) => {
  openMachine(t, {});
  for (const [words, program] of [
    [['logs'], 'journalctl'],
    [['status'], 'systemctl'],
    [['status', '--json'], 'systemctl'],
  ] as const) {
    const run = await runCommand(['service', ...words]);
    assert.deepEqual(
      [run.code, run.said],
      [exitCodes.failed, `tenring: There is no ${program} here: this machine does not run systemd.\n`],
    );
  }
});

test('status as JSON: what systemd says of it', async (t) => {
  const machine = openMachine(t, {
    systemctl: 'echo ActiveState=active; echo "StatusText=Ready at http://a=b: 2 tablets"',
  });
  const { code, out } = await runCommand(['service', 'status', '--json']);
  assert.equal(code, exitCodes.ok);
  assert.deepEqual(JSON.parse(out), { ActiveState: 'active', StatusText: 'Ready at http://a=b: 2 tablets' });
  assert.deepEqual(machine.given('systemctl')?.slice(0, 2), ['show', 'tenring.service']);
});
