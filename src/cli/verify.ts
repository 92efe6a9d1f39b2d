// `tenring verify [FOLDER|BACKUP]`: whether every fact is there, unchanged and in its order, and the head by which two people can see that
// they have the same facts. Changes nothing.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { describeFact, type Flaw, type ProvenCompetition } from '../archive/competition-proof.ts';
import type { ArchiveProof } from '../archive/verify-archive.ts';
import { BackupFileError } from '../backup/format.ts';
import { verifyBackup } from '../verify/verify-backup.ts';
import { archiveName, verifyFolder } from '../verify/verify-folder.ts';
import { dataFolderOf } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { groupedHead } from './grouped-head.ts';
import { bold, plain, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';

interface VerifyFlags {
  readonly json?: boolean;
}

interface Verified extends ArchiveProof {
  readonly isRunning: boolean;
  readonly notLookedAt: string | undefined;
}

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('prove that every arrow is there, unchanged, in a data folder or a backup')
    .argument('[where]', 'a data folder, running or not, or a backup file; without it, the folder that start takes')
    .option('--json', 'one object of JSON')
    .action(async (where: string | undefined, { json = false }: VerifyFlags) => {
      process.exitCode = await exitCodeOf(() => runVerify(resolve(where ?? dataFolderOf({})), json));
    });
  addExamples(
    command,
    [
      ['tenring verify', 'the folder that tenring start would take, also while it runs'],
      ['tenring verify /media/stick/tenring-20260502-180000.tenring', 'a backup'],
      ['tenring verify /srv/tenring --json', 'for a script: exit code 65 where something is wrong'],
    ],
    'Two that show the same head hold the same facts, to the last arrow. Compare it with the one that tenring results prints of an export.',
  );
}

async function runVerify(path: string, json: boolean): Promise<void> {
  const verified = await whileWaiting(`Reading ${path}`, verifyAt(path)).catch((error: unknown) => {
    throw commandErrorOf(error, path);
  });
  await writeData(json ? `${JSON.stringify(jsonOf(verified))}\n` : textOf(verified));
  const flaws = flawsOf(verified);
  if (flaws.length === 0) return;
  throw new CommandError(
    'badFile',
    `${path} is not whole: ${flaws.length === 1 ? 'see above' : `${flaws.length} flaws, see above`}.`,
  );
}

async function verifyAt(path: string): Promise<Verified> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CommandError('noFile', `${path} is not there.`);
  if (!found.isDirectory()) return { ...(await verifyBackup(path)), isRunning: false, notLookedAt: undefined };
  if (existsSync(join(path, 'restore.json')))
    throw new CommandError(
      'failed',
      `A restore was cut off in ${path}: the next tenring start there finishes it. Verify after that.`,
    );
  if (!existsSync(join(path, archiveName)))
    throw new CommandError('noFile', `${path} is no data folder of Tenring: there is no ${archiveName} in it.`);
  return verifyFolder(path);
}

function commandErrorOf(error: unknown, path: string): unknown {
  if (error instanceof BackupFileError)
    return new CommandError(error.problem === 'unreadable' ? 'noFile' : 'badFile', error.message, { cause: error });
  if (error instanceof ArchiveFileError) {
    const words = error.message.includes(path) ? error.message : `${path}: ${error.message}`;
    return new CommandError('badFile', `${words}.`, { cause: error });
  }
  if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
    const words = `${path} belongs to somebody else: give this command as who runs Tenring there, or with sudo.`;
    return new CommandError('notAllowed', words, { cause: error });
  }
  return error;
}

function flawsOf({ competitions, flaws }: ArchiveProof): readonly Flaw[] {
  return [...flaws, ...competitions.flatMap(({ flaw }) => flaw ?? [])];
}

function jsonOf({ competitions, flaws, isRunning, notLookedAt }: Verified) {
  return {
    isWhole: flawsOf({ competitions, flaws }).length === 0,
    isRunning,
    competitions: competitions.map((each) => ({ ...each, flaw: each.flaw ?? null })),
    flaws,
    notLookedAt: notLookedAt ?? null,
  };
}

function textOf({ competitions, flaws, notLookedAt }: Verified): string {
  const lines = [
    ...flaws.map(({ why }) => `NOT WHOLE: ${plain(why)}.`),
    ...competitions.flatMap(competitionLines),
    ...(competitions.length === 0 ? ['No competition is in it.'] : []),
    ...(notLookedAt ? [`Facts that are not in the archive yet were not looked at: ${notLookedAt}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function competitionLines({ id, name, facts, head, chainedFrom, flaw }: ProvenCompetition): readonly string[] {
  const title = `${bold(plain(name), process.stdout)} (${id})`;
  if (flaw) return [`${title}: NOT WHOLE, ${plain(placeOf(flaw) + flaw.why)}.`, `  ${proved(facts)}`];
  return [
    `${title}: ${facts} facts, whole`,
    `  head ${groupedHead(head)}`,
    `  ${head}`,
    ...(chainedFrom > 1 ? [`  facts before ${chainedFrom} are from before facts were chained`] : []),
    ...(chainedFrom === 0 && facts > 1 ? ['  these facts are from before facts were chained'] : []),
  ];
}

function placeOf({ fact }: Flaw): string {
  return fact ? `fact ${fact.seq} (${describeFact(fact)}): ` : '';
}

function proved(facts: number): string {
  return facts === 0 ? 'nothing before it is proved' : `facts 1 to ${facts} are whole`;
}
