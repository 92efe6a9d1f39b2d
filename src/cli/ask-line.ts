// What a person at the terminal answers: on stderr, so that data on stdout stays alone.
import { createInterface } from 'node:readline/promises';

/** Without blanks around it; empty where they gave up (Ctrl-C, Ctrl-D). */
export async function askLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return (await Promise.race([terminal.question(question), stopped])).trim();
  } finally {
    terminal.close();
  }
}
