// Before something that a person has to mean. Scripts say --yes.
import { askLine } from './ask-line.ts';
import { CommandError } from './command-error.ts';

/** Rejects with CommandError for anything but yes, and where nobody is there. */
export async function askForYes(otherwise = 'Nothing was changed.'): Promise<void> {
  if (!process.stdin.isTTY) throw new CommandError('usage', 'Nobody is there to say yes: give --yes.');
  if ((await askLine('Type yes to go on: ')).toLowerCase() !== 'yes') throw new CommandError('failed', otherwise);
}
