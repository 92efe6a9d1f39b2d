// `tenring backup [FILE|FOLDER]`: everything, or one event, as one file; of a Tenring that runs here or elsewhere, or of a folder in which
// none runs.
import { join } from 'node:path';
import type { Command } from 'commander';
import { listArchive } from '../archive/archive-check.ts';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { failureOf as backupFailureOf } from '../backup/backup-failure.ts';
import type { Manifest } from '../backup/format.ts';
import { sweep } from '../backup/unfinished.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { readVersion } from '../kit/installation.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser, dataFolderOf } from './appliance-options.ts';
import { chooseTarget, receiveBackup, type WrittenBackup } from './backup-target.ts';
import { chooseCompetition, findCompetition } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { addExamples } from './examples.ts';
import { orCleanUp } from './or-clean-up.ts';
import { say, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';
import { describeBytes, describeMoment } from './units.ts';
import { bringUpArchive, hasData, withLockedFolder } from './unused-folder.ts';

interface BackupFlags extends ApplianceFlags {
  readonly event?: string;
  readonly force?: boolean;
}

export function addBackup(program: Command): void {
  const command = program
    .command('backup')
    .description('everything in one file, while Tenring runs or not; tenring restore takes it back')
    .argument('[where]', 'a file, or a folder in which the file gets a name by day and time; without it, this folder');
  addApplianceOptions(command)
    .option('--event <name>', 'only this competition (id, or a part of its name), without the password')
    .option('--force', 'replace a file that is there already')
    .option('--json', 'say what is in it as one line of JSON')
    .action(async (where: string | undefined, flags: BackupFlags) => {
      process.exitCode = await exitCodeOf(() => runBackup(where ?? './', flags));
    });
  addExamples(
    command,
    [
      ['tenring backup /media/stick/', 'everything, onto a stick, while scoring goes on'],
      ['tenring backup --event "Spring Cup" cup.tenring', 'one event, to take to another Tenring'],
      ['tenring backup --url http://192.168.1.5:8000', 'from another machine; asks for the password'],
    ],
    'tenring start --backup-to FOLDER makes one every 15 minutes. The file holds everything, also who may log in: keep it safe.',
  );
}

async function runBackup(where: string, flags: BackupFlags): Promise<void> {
  const { file, bytes, manifest } = await makeOne(where, flags);
  if (flags.json) return writeData(`${JSON.stringify({ file, bytes, ...summaryOf(manifest) })}\n`);
  await writeData(`${file}\n`);
  for (const { name, id, seq } of manifest.competitions) say(`  ${name} (${id}), ${seq} facts`);
  if (manifest.competitions.length === 0) say('  No competition yet.');
  say(
    `${describeBytes(bytes)}, complete to the last arrow that was saved by ${describeMoment(manifest.completeAt)}. tenring verify ${file} proves it.`,
  );
}

function summaryOf({ tenring, madeAt, completeAt, scope, competitions }: Manifest) {
  return { tenring, madeAt, completeAt, scope, competitions };
}

async function makeOne(where: string, flags: BackupFlags): Promise<WrittenBackup> {
  const isElsewhere = flags.url !== undefined || (flags.data === undefined && flags.passwordFile !== undefined);
  const folder = isElsewhere ? undefined : dataFolderOf(flags);
  if (folder !== undefined && hasData(folder) && !(await findControlClient(folder)))
    return whileWaiting(`Backing up ${folder}`, backUpFolder(folder, where, flags));
  return asOrganiser(flags, false, (client) => fetchBackup(client, where, flags));
}

async function fetchBackup(client: ApplianceClient, where: string, { event, force = false }: BackupFlags) {
  const chosen = event === undefined ? undefined : await findCompetition(client, event);
  const target = chooseTarget(where, Date.now(), chosen?.name, force);
  const query = chosen === undefined ? '' : `?event=${encodeURIComponent(chosen.id)}`;
  const received = client.download(`/api/backup${query}`).then((chunks) =>
    orCleanUp(
      () => receiveBackup(chunks, target),
      () => sweep(target),
    ),
  );
  return whileWaiting('Backing up', received);
}

/** Nothing runs there: what it would have to do is done here. */
function backUpFolder(folder: string, where: string, flags: BackupFlags): Promise<WrittenBackup> {
  // One that runs would have answered.
  const ifInUse = 'it is starting or stopping, or another command works there. Try again in a moment';
  return withLockedFolder(folder, () => backUpLocked(folder, where, flags), ifInUse);
}

async function backUpLocked(
  folder: string,
  where: string,
  { event, force = false }: BackupFlags,
): Promise<WrittenBackup> {
  await bringUpArchive(folder);
  try {
    const all = listArchive(join(folder, 'tenring.db'));
    const chosen = event === undefined ? undefined : chooseCompetition(all, event);
    const madeAt = Date.now();
    const target = chooseTarget(where, madeAt, chosen?.name, force);
    const heads = all.map((each) => ({ ...each, epoch: '' }));
    const order = { dataFolder: folder, target, event: chosen?.id, heads, tenring: readVersion(), madeAt };
    const { path, bytes, manifest } = await orCleanUp(
      () => writeBackup(order),
      () => sweep(target),
    );
    return { file: path, bytes, manifest };
  } catch (error) {
    throw inWords(error);
  }
}

function inWords(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const archive = error instanceof ArchiveFileError ? error.message : undefined;
  const { kind, message } = backupFailureOf(error, archive);
  return new CommandError(kind === 'diskFull' ? 'diskFull' : 'failed', `No backup can be made: ${message}.`, {
    cause: error,
  });
}
