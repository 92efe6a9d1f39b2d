// Real results that are not part of the project (some have no licence): read where they lie, `../shared/data` beside the repository or
// TENRING_SHARED_DATA. Tests that need them are skipped where they are missing, and say so.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'csv-parse/sync';

const folder = process.env.TENRING_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
let told = false;

export type Row = Readonly<Record<string, string>>;

export function readRows(file: string): readonly Row[] {
  const rows: Row[] = parse(readFileSync(join(folder, file)), { columns: true, bom: true });
  return rows;
}

/** Whoever asks says what shape to expect: these files do not change. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** A test against files of the folder; skipped aloud when they are not there. */
export function goldenTest(
  name: string,
  files: readonly string[],
  run: (t: TestContext) => void | Promise<void>,
): void {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  test(name, { timeout: 120_000 }, async (t) => {
    if (missing.length === 0) {
      await run(t);
      return;
    }
    const why = `SKIPPED, real results are missing: ${missing.join(', ')} in ${folder} (set TENRING_SHARED_DATA)`;
    t.diagnostic(why);
    if (!told) console.error(`${why}. Further tests of this file that need them are skipped too.`);
    told = true;
    t.skip(why);
  });
}
