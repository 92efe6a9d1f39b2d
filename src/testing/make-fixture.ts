// Makes a fixture of today's format: `node src/testing/make-fixture.ts NAME` plays a small tournament on the real program (every operation
// of the HTTP interface that changes something, a tablet, an imported competition), kills it so that the last facts are in Redis only, and
// keeps the folder in fixtures/NAME with a backup of it and what was exported from it. Run it once for each released format, and never again for an old one:
// what an old version wrote cannot be written again. src/upgrade.e2e.test.ts opens them all.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { openSimulatedTablet } from '../simulator/simulated-tablet.ts';
import { type DeskClient, openDesk } from './desk-client.ts';
import { backupFile, type Kept, keptFile } from './fixture.ts';
import { readArchive } from './read-archive.ts';
import { type Step, tournament } from './rest-tournament.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from './run-appliance.ts';
import { runCommand } from './run-command.ts';
import { wholeCompetition } from './whole-competition.ts';

const password = 'correct horse battery';
/** What the archive commits at most this late is archived; what comes right after a commit is not. */
const archivedMs = 2_500;

async function playTournament(desk: DeskClient): Promise<string> {
  const names: Record<string, string> = {};
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => names[name] ?? braces);
  for (const step of tournament.filter(changesSomething)) {
    const [method = '', path = ''] = step.operation.split(' ');
    const address = filled(step.url ?? path);
    const answer =
      step.csv === undefined
        ? await desk.request<unknown>(
            method,
            address,
            step.json === undefined ? undefined : JSON.parse(filled(JSON.stringify(step.json))),
          )
        : await desk.importCsv(names.id ?? '', step.csv, false);
    if (step.keep) Object.assign(names, step.keep(answer, names));
  }
  return names.id ?? '';
}

/** Not the end, where a copy is made and thrown away and the desk logs out, nor what is only looked at. */
function changesSomething({ operation, keep, csv }: Step): boolean {
  if (
    /session$|password$|preview$|import$|standbys\/(sync|takeover)$|prints|DELETE \/api\/competitions\/\{id\}$/.test(
      operation,
    ) &&
    csv === undefined
  )
    return false;
  if (operation.endsWith('preview')) return false;
  return !operation.startsWith('GET') || (keep !== undefined && !operation.endsWith('export'));
}

async function tabletFor(appliance: RunningAppliance, desk: DeskClient, competition: string) {
  const { code } = await desk.joinCode(competition, 1);
  const credentials = await desk.join(code, 'Left tablet');
  return openSimulatedTablet({ url: `ws://127.0.0.1:${appliance.ready.realtimePort}/scoring`, credentials });
}

async function exportAll(desk: DeskClient): Promise<readonly Kept[]> {
  const all = await desk.request<readonly { readonly id: string }[]>('GET', '/api/competitions');
  return Promise.all(
    all.map(async ({ id }) => ({ id, document: await desk.request<unknown>('GET', `/api/competitions/${id}/export`) })),
  );
}

/** Two archers and a tablet, of which only the beginning is archived. */
async function scoreIntoTheTail(appliance: RunningAppliance, desk: DeskClient): Promise<void> {
  const day = { from: '2026-05-02', to: '2026-05-02' };
  const { id } = await desk.createCompetition({
    ...{ name: 'Tail Cup', venue: '', ...day, discipline: 'outdoor', ruleSetId: 'wa-2026' },
  });
  await desk.importCsv(id, 'name,club,category,target\nAdi,Garuda,RM,1A\nBayu,Elang,RM,1B\n');
  const tablet = await tabletFor(appliance, desk, id);
  const score = (entry: number, end: number) =>
    tablet.submit({ kind: 'scoreArrows', entry, end, first: 0, arrows: ['X', '10', '9', '8', '7', 'M'] });
  for (const end of [1, 2]) await score(1, end);
  await new Promise((resolve) => setTimeout(resolve, archivedMs));
  for (const end of [1, 2, 3, 4, 5, 6]) await score(2, end);
  tablet.close();
}

async function makeFixture(name: string): Promise<void> {
  const target = join(import.meta.dirname, 'fixtures', name);
  if (existsSync(target))
    throw new Error(`${target} is there already, and what an old version wrote is never made anew`);
  const folder = createDataFolder();
  let appliance = await runAppliance({ dataFolder: folder.path });
  const desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  await playTournament(desk);
  await desk.request('POST', '/api/competitions/import', competitionToDocument(wholeCompetition()));
  // A clean stop saves snapshots.
  await appliance.stop();
  appliance = await runAppliance({ dataFolder: folder.path });
  const again = await openDesk(appliance.origin, undefined, password);
  await scoreIntoTheTail(appliance, again);
  const kept = await exportAll(again);
  await appliance.kill();
  process.kill(Number(readFileSync(join(folder.path, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
  mkdirSync(join(target, 'redis'), { recursive: true });
  for (const file of ['tenring.db', 'tenring.db-wal', 'access.json', 'redis/appendonlydir'])
    if (existsSync(join(folder.path, file))) cpSync(join(folder.path, file), join(target, file), { recursive: true });
  writeFileSync(join(target, keptFile), gzipSync(JSON.stringify(kept)));
  const backup = await runCommand(['backup', join(target, backupFile), '--data', folder.path]);
  if (backup.code !== 0) throw new Error(backup.said);
  for (const { id } of kept) {
    const kinds = new Set(readArchive(folder.path, id).map(({ fact }) => fact.kind));
    process.stdout.write(`${id}: ${[...kinds].toSorted().join(' ')}\n`);
  }
  folder.remove();
}

await makeFixture(process.argv[2] ?? '');
