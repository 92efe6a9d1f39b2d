// `tenring password`: sets or changes the organiser's password. Who may write the data folder needs no old one, so that a club that forgot
// it gets in again, whether Tenring runs or not.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { AccessRefusal } from '../access/access.ts';
import { accessFileIn, DamagedAccessFileError } from '../access/access-file.ts';
import { judgePassword, rewritePassword } from '../access/set-password.ts';
import { checkUrl, withOrganiser } from './appliance-client.ts';
import { dataFolderOf } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { addExamples } from './examples.ts';
import { say } from './output.ts';
import { readNewPassword, readPassword } from './read-password.ts';

interface PasswordFlags {
  readonly data?: string;
  readonly url?: string;
  readonly passwordFile?: string;
  readonly currentPasswordFile?: string;
}

export function addPassword(program: Command): void {
  const command = program
    .command('password')
    .description('set or change the organiser’s password; at this machine without the old one')
    .option('--data <folder>', 'data folder of Tenring, whether it runs or not (env TENRING_DATA)')
    .option('--url <address>', 'address of a Tenring that runs elsewhere: asks for the old password too')
    .option(
      '--password-file <file>',
      'file with the new password; without it, it is asked for twice or read from stdin',
    )
    .option('--current-password-file <file>', 'with --url: file with the old password')
    .action(async (flags: PasswordFlags) => {
      process.exitCode = await exitCodeOf(() => runPassword(flags));
    });
  addExamples(
    command,
    [
      ['tenring password', 'type a new one twice; nobody sees it'],
      ['tenring password --password-file secret.txt', 'its first line'],
      ['sudo tenring password --data /var/lib/tenring', 'of a Tenring that runs as a service'],
    ],
    'Everybody who is logged in has to log in again. Tablets and printed QR codes stay good.',
  );
}

async function runPassword(flags: PasswordFlags): Promise<void> {
  const { data, url } = flags;
  if (url !== undefined && data !== undefined)
    throw new CommandError(
      'usage',
      '--data is for a Tenring on this machine, --url for one elsewhere: give one of them.',
    );
  if (url === undefined) await setHere(dataFolderOf(flags), flags);
  else await setThere(checkUrl(url), flags);
  say('The password is set. Whoever was logged in has to log in again.');
}

async function setHere(folder: string, { passwordFile }: PasswordFlags): Promise<void> {
  const client = await findControlClient(folder);
  if (!client && !existsSync(folder)) {
    const words = `There is no data folder ${folder}: tenring start makes one, or say which with --data.`;
    throw new CommandError('noFile', words);
  }
  const password = await newPassword(passwordFile);
  if (client) await client.ask('PUT', '/api/password', { json: JSON.stringify({ password }) });
  else await write(folder, password);
}

async function setThere(address: URL, { passwordFile, currentPasswordFile }: PasswordFlags): Promise<void> {
  if (passwordFile === undefined && currentPasswordFile === undefined && !process.stdin.isTTY) {
    const words = 'Two passwords are needed: give --current-password-file, --password-file, or both.';
    throw new CommandError('usage', words);
  }
  const current = await readPassword(currentPasswordFile, false);
  const password = await newPassword(passwordFile);
  const json = JSON.stringify({ password, current });
  await withOrganiser(address, current, (client) => client.ask('PUT', '/api/password', { json }));
}

async function newPassword(file: string | undefined): Promise<string> {
  const password = await readNewPassword(file);
  const refusal = judgePassword(password);
  if (refusal) throw refused(refusal);
  return password;
}

/** Nobody runs, or nobody who can be reached: a running Tenring reads the file at the next log-in. */
async function write(folder: string, password: string): Promise<void> {
  try {
    const refusal = await rewritePassword(folder, password);
    if (refusal) throw refused(refusal);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const advice =
      error instanceof DamagedAccessFileError ? ' Move it away: the next start prints a one-time code.' : '';
    throw new CommandError('dataFolder', `${accessFileIn(folder)} cannot be written: ${why}.${advice}`, {
      cause: error,
    });
  }
}

function refused(refusal: AccessRefusal): CommandError {
  const words = 'shortest' in refusal ? `The password needs at least ${refusal.shortest} characters.` : refusal.code;
  return new CommandError('usage', words);
}
