// A data folder as a stopped appliance leaves it, made without one: an archive of small competitions, a password file.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createStore } from '../archive/archive-store.ts';
import { recordToRow } from '../archive/fact-row.ts';
import { openDatabase } from '../archive/open-database.ts';
import { chainRecords } from './chained-records.ts';
import { sampleRecords } from './sample-records.ts';

/** Gone with the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-folder-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Facts = Readonly<Record<string, number>>;

/** How many facts each competition has, by id. */
export function fillArchive(file: string, competitions: Facts): void {
  const store = createStore(openDatabase(file));
  for (const [competition, count] of Object.entries(competitions)) {
    const rows = chainRecords(sampleRecords(1, count)).map((bytes, index) => recordToRow({ seq: index + 1, bytes }));
    store.insert([{ competition, rows }]);
  }
  store.close();
}

export const accessText = '{"version":1,"joinSecret":"of the test"}\n';

export function makeDataFolder(parent: string, name: string, competitions: Facts): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  fillArchive(join(folder, 'tenring.db'), competitions);
  writeFileSync(join(folder, 'access.json'), accessText);
  mkdirSync(join(folder, 'tls'), { mode: 0o700 });
  for (const name of ['authority', 'server'])
    writeFileSync(join(folder, 'tls', `${name}.pem`), `${name} of the test\n`);
  return folder;
}

/** What such a competition would have saved after so many facts, as a backup's tail takes it. */
export function savedAfter(competition: string, have: number, upTo: number) {
  const records = chainRecords(sampleRecords(1, upTo)).slice(have);
  return records.map((bytes, index) => ({ competition, seq: have + index + 1, bytes }));
}

/** As the appliance would know them. */
export function headsOf(competitions: Facts) {
  return Object.entries(competitions).map(([id, seq]) => ({ id, name: `Cup ${id}`, epoch: 'e', seq }));
}
