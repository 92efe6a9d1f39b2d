// Data folders that older versions wrote, in fixtures/: copied before they are opened, with what was exported from them when they were made.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';

export const keptFile = 'exports.json.gz';
export const backupFile = 'backup.tenring';
const fixtures = join(import.meta.dirname, 'fixtures');

/** A competition as the version that made the fixture exported it. */
export interface Kept {
  readonly id: string;
  readonly document: unknown;
}

export interface Fixture {
  readonly name: string;
  readonly kept: readonly Kept[];
}

export function listFixtures(): readonly Fixture[] {
  return readdirSync(fixtures).map((name) => ({
    name,
    kept: JSON.parse(gunzipSync(readFileSync(join(fixtures, name, keptFile))).toString('utf8')),
  }));
}

/** The backup that the same version made of it; undefined from before there were backups. */
export function backupOf({ name }: Fixture): string | undefined {
  const path = join(fixtures, name, backupFile);
  return existsSync(path) ? path : undefined;
}

/** A copy of the data folder, gone with the test. */
export function copyFixture(t: TestContext, { name }: Fixture): string {
  const folder = mkdtempSync(join(tmpdir(), `tenring-${name}-`));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const isData = (path: string) => ![keptFile, backupFile].some((beside) => path.endsWith(beside));
  cpSync(join(fixtures, name), folder, { recursive: true, filter: isData });
  return folder;
}
