// Two real appliances, one following the other, and the first one killed in the middle of scoring: with the second one up to date, with the
// second one stopped so that it misses acknowledged arrows, with both alive after somebody promoted too soon, and all of it over https, where
// tablets trust the first one's authority and nothing else.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import type { ScoreArrows } from './domain/commands.ts';
import {
  type Answer,
  type OpenSocket,
  openSimulatedTablet,
  openWebSocket,
  type SimulatedTablet,
} from './simulator/simulated-tablet.ts';
import { postJsonTo } from './standby/post-json.ts';
import { openDesk } from './testing/desk-client.ts';
import { readArchive } from './testing/read-archive.ts';
import {
  createDataFolder,
  endLeftRedis,
  findFreePort,
  type RunningAppliance,
  runAppliance,
} from './testing/run-appliance.ts';
import { runCommand } from './testing/run-command.ts';
import type { Bootstrap } from './wire/api-access.ts';
import type { StandbyView } from './wire/api-standby.ts';

const password = 'correct horse battery';
const arrows: ScoreArrows['arrows'] = ['10', '9', '8', '7', '6', 'M'];
const csv = [
  'name,club,category,target',
  ...['A', 'B'].flatMap((letter) => [1, 2, 3].map((butt) => `Archer ${butt}${letter},Club,RM,${butt}${letter}`)),
].join('\n');
const quiet = ['--mdns', 'off'];

interface Scorer {
  readonly tablet: SimulatedTablet;
  readonly entries: readonly number[];
}

interface Scene {
  readonly primary: RunningAppliance;
  readonly standby: RunningAppliance;
  readonly folders: { readonly primary: string; readonly standby: string };
  readonly ports: { readonly port: number; readonly realtimePort: number };
  /** Of the first one's authority; empty by http. */
  readonly root: string;
  readonly competition: string;
  /** By command id: who was told that it is saved. */
  readonly saved: ReadonlySet<string>;
  readonly rejected: readonly Answer[];
  readonly scorers: readonly Scorer[];
  /** Resolves when all of it is saved. */
  score(end: number): Promise<unknown>;
  /** As the primary knows it. */
  standbys(): Promise<readonly StandbyView[]>;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never: ${what}`);
}

/** Believes nobody but this authority. */
function trusting(ca: string): OpenSocket {
  return (url, { opened, heard, closed }) => {
    const socket = new WebSocket(url, { ca });
    socket.on('open', opened);
    socket.on('message', (data) => heard(new Uint8Array(data as Buffer)));
    socket.on('error', () => undefined);
    socket.on('close', closed);
    return { send: (bytes) => socket.send(bytes), close: () => socket.close() };
  };
}

async function tlsFlags(): Promise<readonly string[]> {
  const [pages, sockets] = [await findFreePort(), await findFreePort()];
  return ['--tls', '--tls-port', String(pages), '--tls-realtime-port', String(sockets)];
}

async function withScene(act: (scene: Scene) => Promise<void>, isSecure = false): Promise<void> {
  const [home, away] = [createDataFolder(), createDataFolder()];
  const running: RunningAppliance[] = [];
  const scorers: Scorer[] = [];
  const start = async (options: Parameters<typeof runAppliance>[0]) => {
    const appliance = await runAppliance(options);
    running.push(appliance);
    return appliance;
  };
  try {
    const ports = { port: await findFreePort(), realtimePort: await findFreePort() };
    const primary = await start({
      dataFolder: home.path,
      ...ports,
      args: isSecure ? [...quiet, ...(await tlsFlags())] : quiet,
    });
    const root = isSecure ? await (await fetch(`${primary.origin}/trust/tenring-root.pem`)).text() : '';
    const { secure }: Bootstrap = await (await fetch(`${primary.origin}/api/bootstrap`)).json();
    const desk = await openDesk(primary.origin, primary.ready.deskCode, password);
    const { id } = await desk.createCompetition({
      ...{ name: 'Standby Cup', venue: '', from: '2026-05-02', to: '2026-05-02' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    });
    await desk.importCsv(id, csv);
    const follow = isSecure ? (primary.ready.secureOrigins[0] ?? '') : primary.origin;
    const printCode = async () => (await runCommand(['standby', 'code', '--data', home.path])).out.trim();
    const followWith = async (code: string) =>
      start({
        dataFolder: away.path,
        ...{ port: await findFreePort(), realtimePort: await findFreePort() },
        args: [...quiet, ...(isSecure ? await tlsFlags() : []), '--follow', follow, '--follow-code', code],
      });
    if (isSecure) await assert.rejects(followWith(oneLetterWrong(await printCode())), wrongLetter);
    assert.ok(!existsSync(join(away.path, 'role.json')), 'nothing was believed');
    const standby = await followWith(await printCode());
    const saved = new Set<string>();
    const rejected: Answer[] = [];
    const standbys = async (): Promise<readonly StandbyView[]> =>
      JSON.parse((await runCommand(['standby', 'list', '--json', '--data', home.path])).out);
    await until('the standby has everything', async () =>
      (await standbys()).some(({ seenAt, behind }) => seenAt !== null && behind === 0),
    );
    for (const { butt, archers } of await desk.targets(id)) {
      const { device, token } = await desk.join((await desk.joinCode(id, butt)).code, `Tablet ${butt}`);
      const tablet = openSimulatedTablet({
        url: isSecure
          ? `wss://127.0.0.1:${secure?.realtimePort}/scoring`
          : `ws://127.0.0.1:${primary.ready.realtimePort}/scoring`,
        openSocket: isSecure ? trusting(root) : openWebSocket,
        credentials: { competition: id, device, token },
        ackedLimit: 1_000,
        onAnswer(answer) {
          if (answer.kind === 'saved') saved.add(answer.commandId);
          else if (answer.kind === 'rejected') rejected.push(answer);
        },
      });
      scorers.push({ tablet, entries: archers.map(({ entry }) => entry) });
    }
    const score = (end: number) =>
      Promise.all(
        scorers.flatMap(({ tablet, entries }) =>
          entries.flatMap((entry) =>
            arrows.map((arrow, first) => tablet.submit({ kind: 'scoreArrows', entry, end, first, arrows: [arrow] })),
          ),
        ),
      );
    const folders = { primary: home.path, standby: away.path };
    await act({ primary, standby, folders, ports, root, competition: id, saved, rejected, scorers, score, standbys });
  } finally {
    for (const { tablet } of scorers) tablet.close();
    for (const appliance of running) await appliance.kill();
    for (const { path } of [home, away]) endLeftRedis(path);
    home.remove();
    away.remove();
  }
}

/** The last one, which is never sent. */
function oneLetterWrong(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
}

function wrongLetter(error: Error): boolean {
  assert.match(error.message, /not the Tenring that printed this code, or a letter of it is wrong/);
  return true;
}

/** What was saved is in the archive of the one that took over, each once, in a chain that holds. */
async function assertWhole({ folders, competition, saved, rejected }: Scene, ends: number): Promise<void> {
  const facts = readArchive(folders.standby, competition);
  const effects = facts.filter(({ fact }) => fact.kind === 'arrowsScored').map(({ commandId }) => commandId);
  assert.deepEqual(rejected, []);
  assert.equal(saved.size, 6 * ends * arrows.length);
  assert.deepEqual(effects.toSorted(), [...saved].toSorted(), 'each that was saved is there once, and nothing else');
  assert.deepEqual(
    facts.map(({ seq }) => seq),
    facts.map((_, index) => index + 1),
  );
  const verified = await runCommand(['verify', folders.standby]);
  assert.equal(verified.code, 0, verified.said);
}

async function promote(folder: string): Promise<void> {
  const { code, said } = await runCommand(['promote', '--data', folder]);
  assert.equal(code, 0, said);
  assert.match(said, /This is the standby of http.*\n.*takes over/, 'how far it is comes first');
}

test('killed with arrows acknowledged that the standby never got: it takes over, tablets go on there, nothing is missing or doubled', async () => {
  await withScene(async (scene) => {
    const { primary, standby, folders, ports, saved, scorers, score } = scene;
    await score(1);
    standby.process.kill('SIGSTOP');
    await score(2);
    await score(3);
    const savedBefore = saved.size;
    await primary.kill();
    standby.process.kill('SIGCONT');
    const underWay = score(4);
    const refused = await fetch(`${standby.origin}/api/competitions`);
    assert.equal(refused.status, 503, 'it serves nobody before');
    await promote(folders.standby);
    await underWay;
    await score(5);
    assert.ok(saved.size > savedBefore);
    const sentAgain = scorers.reduce((sum, { tablet }) => sum + tablet.sentAgain, 0);
    assert.ok(sentAgain > 0, 'tablets had to send again what they were acknowledged');
    const json = { 'content-type': 'application/json' };
    const logIn = await fetch(`${standby.origin}/api/session`, {
      ...{ method: 'POST', headers: json, body: JSON.stringify({ password }) },
    });
    assert.equal(logIn.status, 200, 'the password is the same');

    await assert.rejects(runAppliance({ dataFolder: folders.primary, ...ports, args: quiet }), (error: Error) => {
      assert.match(error.message, /exit code 64/);
      assert.match(error.message, /was replaced by http:\/\/127\.0\.0\.1:\d+, which took over/);
      return true;
    });
    assert.match(readFileSync(join(folders.primary, 'role.json'), 'utf8'), /"replaced"/);
    assert.equal(await standby.stop(), 0, standby.log());
    await assertWhole(scene, 5);
  });
});

test('promoted while the first one is alive: that one hears of it and stops, and what it took meanwhile comes along', async () => {
  await withScene(async (scene) => {
    const { primary, standby, folders, score, standbys } = scene;
    await score(1);
    const underWay = score(2);
    await promote(folders.standby);
    await Promise.all([underWay, new Promise((resolve) => primary.process.once('exit', resolve))]);
    assert.match(primary.log(), /took over: scores go there now/);
    assert.equal(primary.process.exitCode, 70);
    await score(3);
    await assert.rejects(standbys(), 'nobody runs there any more');
    assert.equal(await standby.stop(), 0, standby.log());
    await assertWhole(scene, 3);
  });
});

test('over https: the one that takes over is known by the same authority, tablets go on by TLS, the password is the same', async () => {
  await withScene(async (scene) => {
    const { primary, standby, folders, root, score } = scene;
    const authority = (folder: string) => join(folder, 'tls', 'authority.pem');
    assert.equal(
      readFileSync(authority(folders.standby), 'utf8'),
      readFileSync(authority(folders.primary), 'utf8'),
      'with its key',
    );
    assert.equal(statSync(authority(folders.standby)).mode & 0o777, 0o600);
    await score(1);
    standby.process.kill('SIGSTOP');
    await score(2);
    await primary.kill();
    standby.process.kill('SIGCONT');
    const underWay = score(3);
    await promote(folders.standby);
    await underWay;
    const { secure }: Bootstrap = await (await fetch(`${standby.origin}/api/bootstrap`)).json();
    const post = postJsonTo(`https://127.0.0.1:${secure?.port}`, { root });
    const logIn = { path: '/api/session', body: { password }, signal: AbortSignal.timeout(20_000) };
    assert.equal((await post(logIn)).status, 200);
    assert.equal((await post({ ...logIn, body: { password: 'another password' } })).status, 401);
    assert.equal(await standby.stop(), 0, standby.log());
    await assertWhole(scene, 3);
  }, true);
});
