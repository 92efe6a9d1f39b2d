// Flags of the commands that talk to a running appliance.
import type { Command } from 'commander';
import { type ApplianceClient, checkUrl, withOrganiser } from './appliance-client.ts';
import { readPassword } from './read-password.ts';

export interface ApplianceFlags {
  readonly url: string;
  readonly passwordFile?: string;
  readonly json?: boolean;
}

const nearest = 'http://127.0.0.1:8000';

export function addApplianceOptions(command: Command): Command {
  return command
    .option('--url <address>', 'where Tenring runs', nearest)
    .option(
      '--password-file <file>',
      'file with the organiser’s password; without it, it is asked for or read from stdin',
    );
}

/** With the organiser's session; the password is read before anything is sent. */
export async function asOrganiser<T>(
  { url, passwordFile }: ApplianceFlags,
  stdinIsTaken: boolean,
  use: (client: ApplianceClient) => Promise<T>,
): Promise<T> {
  const address = checkUrl(url);
  return withOrganiser(address, await readPassword(passwordFile, stdinIsTaken), use);
}
