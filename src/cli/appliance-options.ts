// Flags of the commands that talk to a running appliance: on this machine by its data folder, which needs no password, or anywhere by its
// address and the organiser's password.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config/config.ts';
import { type ApplianceClient, checkUrl, withOrganiser } from './appliance-client.ts';
import { CommandError } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { readPassword } from './read-password.ts';

export interface ApplianceFlags {
  readonly data?: string;
  readonly url?: string;
  readonly passwordFile?: string;
  readonly json?: boolean;
}

const nearest = 'http://127.0.0.1:8000';

export function addApplianceOptions(command: Command): Command {
  return command
    .option(
      '--data <folder>',
      'data folder of a Tenring that runs on this machine: needs no password (env TENRING_DATA)',
    )
    .option('--url <address>', 'address of a Tenring that runs elsewhere: needs the organiser’s password')
    .option('--password-file <file>', 'file with that password; without it, it is asked for or read from stdin');
}

/** The data folder that `start` would take. */
export function dataFolderOf({ data }: Pick<ApplianceFlags, 'data'>): string {
  return readConfig(data === undefined ? {} : { data }, { TENRING_DATA: process.env.TENRING_DATA }).dataFolder;
}

/** As the organiser; a password is read before anything is sent. Rejects with CommandError where nobody answers. */
export async function asOrganiser<T>(
  flags: ApplianceFlags,
  stdinIsTaken: boolean,
  use: (client: ApplianceClient) => Promise<T>,
): Promise<T> {
  const { data, url, passwordFile } = flags;
  if (data !== undefined && url !== undefined)
    throw new CommandError(
      'usage',
      '--data is for a Tenring on this machine, --url for one elsewhere: give one of them.',
    );
  if (url !== undefined || (data === undefined && passwordFile !== undefined)) {
    const address = checkUrl(url ?? nearest);
    return withOrganiser(address, await readPassword(passwordFile, stdinIsTaken), use);
  }
  const folder = dataFolderOf(flags);
  const client = await findControlClient(folder);
  if (!client) throw await nobodyRuns(folder, data === undefined);
  return use(client);
}

/** A demo has a folder of its own: whoever started one is told where it is. */
async function nobodyRuns(folder: string, isUsual: boolean): Promise<CommandError> {
  const demo = resolve('tenring-demo');
  const isDemoRunning = isUsual && (await findControlClient(demo).catch(() => undefined)) !== undefined;
  const advice = isDemoRunning
    ? 'A demo runs in tenring-demo: --data tenring-demo.'
    : `Start it (tenring start${isUsual ? '' : ` --data ${folder}`}), say which folder it keeps with --data, or where it runs with --url.`;
  return new CommandError('noAnswer', `No Tenring runs in ${folder}. ${advice}`);
}
