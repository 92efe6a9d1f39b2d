// What `tenring restore` refuses before it touches anything.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkArchive } from '../archive/archive-check.ts';
import { exitCodes } from '../config/exit-codes.ts';
import { writeRole } from '../standby/role-file.ts';
import { makeDataFolder, temporaryFolder } from '../testing/data-folder.ts';
import { runCommand } from '../testing/run-command.ts';

test('into a standby’s folder: it would not be what it follows', async (t) => {
  const base = temporaryFolder(t);
  const source = makeDataFolder(base, 'source', { aaaaaaaa: 5 });
  const file = join(base, 'cup.tenring');
  assert.equal((await runCommand(['backup', file, '--data', source])).code, exitCodes.ok);
  const folder = makeDataFolder(base, 'standby', { aaaaaaaa: 9 });
  writeRole(folder, {
    kind: 'following',
    origin: 'http://10.0.0.5:8000',
    id: 'one',
    token: 'secret',
    key: 'k',
    allowedHosts: [],
  });
  const role = readFileSync(join(folder, 'role.json'), 'utf8');
  const run = await runCommand(['restore', file, '--data', folder, '--yes']);
  assert.equal(run.code, exitCodes.dataFolder);
  assert.match(run.said, /follows http:\/\/10\.0\.0\.5:8000: restore there/);
  assert.doesNotMatch(run.said, /secret/);
  assert.equal(readFileSync(join(folder, 'role.json'), 'utf8'), role);
  assert.deepEqual(
    checkArchive(join(folder, 'tenring.db')).map(({ seq }) => seq),
    [9],
  );
  assert.deepEqual(
    readdirSync(folder).filter((name) => /restore/.test(name)),
    [],
  );
});
