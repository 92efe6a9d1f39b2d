// `tenring promote`: a standby takes over, running or not.
import type { Command } from 'commander';
import { StartError } from '../config/start-error.ts';
import { systemClock } from '../kit/clock.ts';
import { roleOfStart, takeOverFolder } from '../standby/open-role.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { dataFolderOf } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { withLockedFolder } from './unused-folder.ts';

interface PromoteFlags {
  readonly data?: string;
  readonly json?: boolean;
}

export function addPromote(program: Command): void {
  const command = program
    .command('promote')
    .description('make this standby the one that scores: the other machine is broken')
    .option('--data <folder>', 'data folder of the standby (env TENRING_DATA)')
    .option('--json', 'say what was done as one line of JSON')
    .action(async (flags: PromoteFlags) => {
      process.exitCode = await exitCodeOf(() => promote(dataFolderOf(flags), flags.json === true));
    });
  addExamples(
    command,
    [['tenring promote --data /srv/standby', 'tablets find it by themselves']],
    'The other machine scores no more once it meets this one. What it had and this one has not, tablets send again.',
  );
}

async function promote(folder: string, isJson: boolean): Promise<void> {
  const { role } = inWords(() => roleOfStart(asPromote(folder)));
  if (role.kind === 'promoted') throw new CommandError('usage', `${folder} took over already.`);
  const running = await findControlClient(folder);
  if (running) {
    say(await stateOf(running));
    await running.ask('POST', '/api/promote');
    if (!isJson) say('It takes over: scoring goes on there within seconds. tenring status tells how it is doing.');
  } else {
    await withLockedFolder(folder, async () => takeOverFolder(folder, systemClock.now()));
    if (!isJson) say(`It has taken over. Start it now: tenring start --data ${folder}`);
  }
  if (isJson) await writeData(`${JSON.stringify({ folder, promoted: true, isRunning: running !== undefined })}\n`);
}

/** A standby refuses every question with the sentence about how far it is. */
async function stateOf(running: ApplianceClient): Promise<string> {
  try {
    await running.ask('GET', '/api/status');
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
  throw new CommandError('usage', 'This Tenring stands by for nobody.');
}

const asPromote = (dataFolder: string) => ({
  dataFolder,
  standby: { follow: undefined, code: undefined, promote: true, forcePrimary: false },
});

function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StartError) throw new CommandError(error.exit, error.message, { cause: error });
    throw error;
  }
}
