// Secrets leave by the one answer that is meant to carry them: not in a log at its most talkative, an error, a figure, nor as they are on disk.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openDesk } from './testing/desk-client.ts';
import { connectLive } from './testing/live-client.ts';
import { createDataFolder, findFreePort, type RunningAppliance, runAppliance } from './testing/run-appliance.ts';

const password = 'marked-password-5c1e';
const wrongPassword = 'marked-wrong-password-77d0';
const wrongToken = 'marked-wrong-token-1b2a';
const pusherSecret = 'marked-pusher-secret-9f3d';
const publishPassword = 'marked-publish-password-2a6b';
/** Nobody answers there: whatever is said of that is said. */
const outlets = [
  ...['--pusher-app-id', '1', '--pusher-key', 'key', '--pusher-secret', pusherSecret],
  ...['--pusher-host', '127.0.0.1', '--pusher-port', '9', '--pusher-tls', 'no'],
  ...['--publish-to', 'http://127.0.0.1:9/', '--publish-user', 'club', '--publish-password', publishPassword],
  ...['--publish-every', '5'],
];
const csv = 'name,category,target\nAdi,RM,1A\nBayu,RM,2A\n';

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path);
    if (found.isDirectory()) return filesBelow(path);
    return found.isFile() ? [path] : [];
  });
}

/** Answers that nothing secret belongs in. */
async function askAround({ origin }: RunningAppliance, cookie: string): Promise<readonly string[]> {
  const send = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { origin, cookie, ...(body === undefined ? {} : { 'content-type': type }) };
    const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body: text }) });
    return `${[...response.headers].join('\n')}\n${await response.text()}`;
  };
  return Promise.all([
    send('POST', '/api/session', { password: wrongPassword }),
    send('POST', '/api/session', `{"password":"${wrongPassword}"`),
    send('POST', '/api/session', { password: wrongPassword, surprise: wrongPassword.repeat(100) }),
    send('POST', '/api/join', { code: wrongToken.slice(0, 16), label: '' }),
    send('POST', '/api/join', { competition: 'x', device: 'y', token: wrongToken, label: '' }),
    send('PUT', '/api/password', { password: 'another long one', current: wrongPassword }),
    send('POST', '/api/graphql', { query: `{ competition(id: 1) { ${wrongToken.replaceAll('-', '_')} } }` }),
    ...['/metrics', '/readyz', '/api/bootstrap', '/api/session', '/api/status', '/api/openapi.json', '/nothing'].map(
      (path) => send('GET', path),
    ),
  ]);
}

// Together: one of them waits for a Redis that never comes.
describe('secrets', { concurrency: true }, () => {
  test('a day’s secrets are in no log, no other answer, and not as they are on disk', {
    timeout: 60_000,
  }, async (t) => {
    const folder = createDataFolder();
    t.after(() => folder.remove());
    const appliance = await runAppliance({ dataFolder: folder.path, args: [...outlets, '--log-level', 'debug'] });
    t.after(() => appliance.kill());
    const deskCode = appliance.ready.deskCode ?? '';
    const desk = await openDesk(appliance.origin, deskCode, password);
    const { id } = await desk.createCompetition({
      ...{ name: 'Piala Uji', venue: '', from: '2026-05-01', to: '2026-05-02' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    });
    await desk.importCsv(id, csv);
    const [target] = await desk.targets(id);
    const joinKey = target?.joinPath.split('.').at(-1) ?? '';
    const { code } = await desk.joinCode(id, 1);
    const { device, token } = await desk.join(code, 'Tablet');
    for (const each of [token, wrongToken]) {
      const client = await connectLive(appliance.ready.realtimePort, '/scoring');
      client.hello({ competition: id, device, token: each });
      if (each === token) await client.next('welcome');
      client.sendBytes(Buffer.from(`not a frame ${each}`));
      await client.closed();
    }
    const cookie = desk.cookie();
    const answers = await askAround(appliance, cookie);
    for (const complaint of [/the relay is down/, /results cannot be published/])
      await t.waitFor(() => assert.match(appliance.log(), complaint), { timeout: 20_000 });
    assert.equal(await appliance.stop(), 0);

    const session = cookie.split('=')[1] ?? '';
    const secrets = {
      ...{ password, wrongPassword, wrongToken, deskCode, joinKey, code, token, session },
      ...{ pusherSecret, publishPassword },
    };
    const onDisk = filesBelow(folder.path);
    assert.ok(
      onDisk.some((path) => path.endsWith('tenring.db')) && onDisk.some((path) => path.endsWith('.aof')),
      onDisk.join(),
    );
    assert.match(appliance.log(), /"level":20/, 'the log was at its most talkative');
    for (const [name, secret] of Object.entries(secrets)) {
      assert.ok(secret.length > 5, name);
      assert.ok(!appliance.log().includes(secret), `${name} is in the log`);
      for (const [index, answer] of answers.entries())
        assert.ok(!answer.includes(secret), `${name} is in answer ${index}`);
      for (const path of onDisk) assert.ok(!readFileSync(path).includes(secret), `${name} is in ${path}`);
    }
    for (const name of ['access.json', 'redis'])
      assert.equal(statSync(join(folder.path, name)).mode & 0o077, 0, `${name} is for its owner only`);
  });

  test('the password of a Redis elsewhere is in no complaint', { timeout: 60_000 }, async (t) => {
    const folder = createDataFolder();
    t.after(() => folder.remove());
    const port = await findFreePort();
    const url = `redis://tenring:marked-redis-secret@127.0.0.1:${port}`;
    const start = runAppliance({ dataFolder: folder.path, args: ['--redis', url, '--log-level', 'debug'] });
    const complaint = await start.then(
      () => assert.fail('nobody answers there'),
      (error: unknown) => String(error),
    );
    assert.match(complaint, /Redis cannot be used/);
    assert.doesNotMatch(complaint, /marked-redis-secret/);
  });
});
