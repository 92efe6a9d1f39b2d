// `tenring restore FILE`: a backup into a data folder in which no Tenring runs. Says what it will do, asks, and keeps what was there.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { type BackedUpCompetition, BackupFileError } from '../backup/format.ts';
import { checkBackup, type WholeBackup } from '../backup/read-backup.ts';
import { lookAtFolder, NoSpaceError, type Restored, restoreBackup } from '../backup/restore.ts';
import { systemCodeOf } from '../kit/durable-files.ts';
import { DamagedRoleFileError, type Role, readRole } from '../standby/role-file.ts';
import { dataFolderOf } from './appliance-options.ts';
import { askForYes } from './ask-for-yes.ts';
import { chooseCompetition } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';
import { planLines, type RestorePlan } from './restore-plan.ts';
import { bringUpArchive, hasData, withLockedFolder } from './unused-folder.ts';

interface RestoreFlags {
  readonly data?: string;
  readonly event?: string;
  readonly replace?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addRestore(program: Command): void {
  const command = program
    .command('restore')
    .description('put a backup into a data folder; what is there is kept beside')
    .argument('<file>', 'what tenring backup made')
    .option('--data <folder>', 'data folder, new or used; no Tenring may run in it (env TENRING_DATA)')
    .option('--event <name>', 'only this competition of it, beside what the folder has')
    .option('--replace', 'also when the folder has that competition: it is replaced')
    .option('--dry-run', 'only say what would be done')
    .option('--yes', 'do not ask')
    .option('--json', 'say what was done as one line of JSON')
    .action(async (file: string, flags: RestoreFlags) => {
      process.exitCode = await exitCodeOf(() => runRestore(file, flags));
    });
  addExamples(
    command,
    [
      ['tenring restore /media/stick/tenring-20260502-180000.tenring --dry-run', 'what is in it, what it would do'],
      ['tenring restore /media/stick/tenring-20260502-180000.tenring', 'into the folder that start takes'],
      ['tenring restore cup.tenring --event "Spring Cup" --yes', 'one event, beside the others'],
    ],
    'Afterwards: tenring start. Tablets that were paired go on by themselves.',
  );
}

async function runRestore(file: string, flags: RestoreFlags): Promise<void> {
  const path = resolve(file);
  const backup = await whileWaiting(`Reading ${file}`, checkBackup(path)).catch((error: unknown) => {
    throw inWords(error);
  });
  const folder = dataFolderOf(flags);
  const event = chooseEvent(backup, flags.event);
  const work = () => restoreInto(folder, backup, event, flags);
  // A dry run makes no folder.
  if (flags.dryRun && !hasData(folder)) return work();
  return withLockedFolder(folder, work);
}

/** A backup of one event is put beside others, never in the place of everything. */
function chooseEvent({ manifest }: WholeBackup, asked: string | undefined): BackedUpCompetition | undefined {
  if (asked !== undefined) return chooseCompetition(manifest.competitions, asked);
  return manifest.scope === 'event' ? manifest.competitions[0] : undefined;
}

/** The folder is locked. */
async function restoreInto(
  folder: string,
  backup: WholeBackup,
  event: BackedUpCompetition | undefined,
  flags: RestoreFlags,
): Promise<void> {
  refuseFollower(folder);
  const isUsed = hasData(folder);
  // Others stay, so what they have in the journal only has to come along.
  if (event && isUsed && !flags.dryRun) await whileWaiting('Reading what is there', bringUpArchive(folder));
  const content = lookAtFolder(folder);
  refuseTwin(event, content, flags);
  const { path: file, bytes, manifest } = backup;
  const hasOwnRedis = !existsSync(join(folder, 'node-id'));
  const lines = planLines({ file, bytes, manifest, folder, content, event, hasOwnRedis });
  for (const line of lines) say(line);
  if (flags.dryRun) return say('Nothing was changed (--dry-run).');
  if (!flags.yes) await askForYes();
  const restored = await whileWaiting('Restoring', restoreBackup({ folder, backup, event, now: Date.now() })).catch(
    (error: unknown) => {
      throw inWords(error);
    },
  );
  await tell(folder, restored, flags);
}

/** What it follows would be another history than what it has. */
function refuseFollower(folder: string): void {
  const role = roleOf(folder);
  if (role.kind !== 'following') return;
  const words = `${folder} is a standby's, which follows ${role.origin}: restore there, or into another folder with --data.`;
  throw new CommandError('dataFolder', words);
}

function roleOf(folder: string): Role {
  try {
    return readRole(folder);
  } catch (error) {
    if (!(error instanceof DamagedRoleFileError)) throw error;
    throw new CommandError('dataFolder', `${error.message}: move that file away first.`, { cause: error });
  }
}

function refuseTwin(
  event: BackedUpCompetition | undefined,
  content: RestorePlan['content'],
  { replace }: RestoreFlags,
) {
  if (!event) return;
  if (content.kind === 'unreadable')
    throw new CommandError(
      'dataFolder',
      `The data there cannot be read, so nothing can be put beside it: ${content.why}.`,
    );
  const twin = content.kind === 'data' ? content.competitions.find(({ id }) => id === event.id) : undefined;
  if (!twin || replace) return;
  const words = `${twin.name} (${twin.id}) is there already, with ${twin.seq} facts; the backup has ${event.seq}. --replace takes the backup's.`;
  throw new CommandError('fileExists', words);
}

async function tell(folder: string, { competitions, aside }: Restored, { json }: RestoreFlags): Promise<void> {
  if (json) return writeData(`${JSON.stringify({ folder, competitions, keptIn: aside ?? null })}\n`);
  say(
    `Restored and verified: ${competitions.length} ${competitions.length === 1 ? 'competition' : 'competitions'} in ${folder}.`,
  );
  if (aside !== undefined) say(`What was there is kept in ${aside}: delete it when you are sure.`);
  say('Next: tenring start. Tablets that were paired go on by themselves.');
}

function inWords(error: unknown): unknown {
  if (error instanceof BackupFileError)
    return new CommandError(error.problem === 'unreadable' ? 'noFile' : 'badFile', error.message, { cause: error });
  if (error instanceof NoSpaceError)
    return new CommandError('diskFull', `${error.message}: make space.`, { cause: error });
  if (error instanceof ArchiveFileError)
    return new CommandError('dataFolder', `The data there cannot be read: ${error.message}.`, { cause: error });
  const code = systemCodeOf(error);
  if (code === 'ENOSPC')
    return new CommandError('diskFull', 'The disk is full: make space. Nothing was changed.', { cause: error });
  return /^E[A-Z]+$/.test(code)
    ? new CommandError('dataFolder', `The data folder cannot be written to (${code}).`, { cause: error })
    : error;
}
