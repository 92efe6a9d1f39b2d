// Before something that a person has to mean. Scripts say --yes.
import { createInterface } from 'node:readline/promises';
import { CommandError } from './command-error.ts';

/** Rejects with CommandError for anything but yes, and where nobody is there. */
export async function askForYes(otherwise = 'Nothing was changed.'): Promise<void> {
  if (!process.stdin.isTTY) throw new CommandError('usage', 'Nobody is there to say yes: give --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new Promise<string>((answer) => terminal.once('close', () => answer('')));
  try {
    const answer = await Promise.race([terminal.question('Type yes to go on: '), stopped]);
    if (answer.trim().toLowerCase() !== 'yes') throw new CommandError('failed', otherwise);
  } finally {
    terminal.close();
  }
}
