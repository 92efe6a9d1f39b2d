// The organiser's password for commands that talk to a running appliance: from a file, from a person at the terminal (unseen), or from
// stdin. Never from a flag, where everybody on the machine could read it.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandError } from './command-error.ts';
import { standardStream } from './files.ts';
import { mention } from './output.ts';

/** `stdinIsTaken`: the competition comes from there. */
export async function readPassword(file: string | undefined, stdinIsTaken: boolean): Promise<string> {
  const password = await readSecret(file, stdinIsTaken);
  if (password === '') throw new CommandError('usage', 'The password is empty.');
  return password;
}

/** A new one: from a file, typed twice by a person, or from stdin. */
export async function readNewPassword(file: string | undefined): Promise<string> {
  const isTyped = (file === undefined || file === standardStream) && process.stdin.isTTY === true;
  if (!isTyped) return readPassword(file, false);
  const password = await askUnseen('New password of the organiser: ');
  if (password === '') throw new CommandError('usage', 'The password is empty.');
  const again = await askUnseen('The same again: ');
  if (password !== again) throw new CommandError('usage', 'The two were not the same: nothing is changed.');
  return password;
}

async function readSecret(file: string | undefined, stdinIsTaken: boolean): Promise<string> {
  if (file !== undefined && file !== standardStream) return firstLineOfFile(file);
  if (stdinIsTaken) {
    throw new CommandError('usage', 'stdin is the competition: give the password with --password-file FILE.');
  }
  return process.stdin.isTTY ? askUnseen('Password of the organiser: ') : firstLine(await text(process.stdin));
}

function firstLine(content: string): string {
  return content.split(/\r?\n/, 1)[0] ?? '';
}

function firstLineOfFile(file: string): string {
  try {
    return firstLine(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError('noFile', `${file} cannot be read.`, { cause: error });
  }
}

function askUnseen(question: string): Promise<string> {
  mention(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  return new Promise((resolve, reject) => {
    terminal.once('line', resolve);
    // Ctrl-C and Ctrl-D.
    terminal.once('SIGINT', () => terminal.close());
    terminal.once('close', () => reject(new CommandError('failed', 'No password was given.')));
  }).finally(() => {
    terminal.close();
    mention('\n');
  }) as Promise<string>;
}
