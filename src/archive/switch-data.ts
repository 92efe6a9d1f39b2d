// Puts staged data in the place of a data folder's own, so that being killed at any moment leaves the old or the new, never a mix. The
// intent file is the moment of the change: before it is there, staged data is rubbish; once it is there, whoever locks the folder next
// finishes the moves, each of which may be done already. The old data stays beside.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../kit/durable-files.ts';
import { invariant } from '../kit/invariant.ts';

/** What a restore replaces. Whatever else is in the folder is the machine's, not the competitions'. */
const dataNames = ['tenring.db', 'tenring.db-wal', 'tenring.db-shm', 'access.json', 'tls', 'redis', 'node-id'] as const;
export type DataName = (typeof dataNames)[number];

const intentName = 'restore.json';
/** As `writeDurably` writes it beside. */
const unfinishedIntent = /^restore\.json\.\d+\.new$/;
const stagingName = 'restore-staging';

interface Intent {
  readonly version: 1;
  /** The folder, beside the data, that the old data goes into. */
  readonly aside: string;
  readonly staged: readonly string[];
  /** Stays as it is. */
  readonly leave: readonly DataName[];
}

/** Tests die after a step of their choice. */
export type AfterStep = (step: string) => void;

export function stagingIn(folder: string): string {
  return join(folder, stagingName);
}

/** Staged data is whole and on disk. What is named in `leave` stays as it is. `aside` is a name that the folder does not have. */
export function switchData(
  folder: string,
  aside: string,
  leave: readonly DataName[],
  after: AfterStep = () => undefined,
): void {
  const intent: Intent = { version: 1, aside, staged: readdirSync(stagingIn(folder)), leave };
  syncFolder(stagingIn(folder));
  writeDurably(join(folder, intentName), `${JSON.stringify(intent)}\n`);
  after('intended');
  finishSwitch(folder, intent, after);
}

/** For whoever has just locked the folder. True when a restore was finished by it. Throws the file system's error. */
export function settleSwitch(folder: string): boolean {
  const intent = readIntent(folder);
  if (intent) finishSwitch(folder, intent, () => undefined);
  else rmSync(stagingIn(folder), { recursive: true, force: true });
  for (const name of readdirSync(folder).filter((each) => unfinishedIntent.test(each))) rmSync(join(folder, name));
  return intent !== undefined;
}

/** It was written whole or not at all, so anything else in it is a defect. */
function readIntent(folder: string): Intent | undefined {
  const path = join(folder, intentName);
  if (!existsSync(path)) return undefined;
  const { version, aside, staged, leave }: Intent = JSON.parse(readFileSync(path, 'utf8'));
  invariant(version === 1 && !/[/\\]|^\.*$/.test(aside), 'the intent of a restore is one that Tenring wrote');
  return { version, aside, staged, leave };
}

function finishSwitch(folder: string, { aside, staged, leave }: Intent, after: AfterStep) {
  const [staging, old] = [stagingIn(folder), join(folder, aside)];
  mkdirSync(old, { recursive: true, mode: 0o700 });
  for (const name of dataNames.filter((each) => !leave.includes(each))) {
    // A name that was staged and is not there any more has been placed: what has it now is new.
    const isOld = !staged.includes(name) || existsSync(join(staging, name));
    if (!isOld || !existsSync(join(folder, name))) continue;
    invariant(!existsSync(join(old, name)), `${name} is put aside once`);
    renameSync(join(folder, name), join(old, name));
    after(`${name} aside`);
  }
  // What was moved is on disk in its new place before anything takes the old one.
  syncFolder(old);
  syncFolder(folder);
  if (existsSync(staging)) {
    for (const name of readdirSync(staging)) {
      renameSync(join(staging, name), join(folder, name));
      after(`${name} placed`);
    }
  }
  syncFolder(folder);
  rmSync(staging, { recursive: true, force: true });
  after('staging gone');
  rmSync(join(folder, intentName));
  syncFolder(folder);
  after('done');
}
