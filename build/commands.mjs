// Runs the programs that a set-up step needs, and turns their failures into sentences for the person in front of the machine.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { cache, root } from './places.mjs';

/** A failure whose message is all that the user needs to see. */
export class SetupProblem extends Error {}

const shownLines = 12;
const keptBytes = 20_000;

/**
 * Runs a program to its end; its output goes to .cache/log/NAME.log.
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {SetupProblem} `problem`, then the first or the last lines of what it `told`
 */
export function run(
  name,
  command,
  args,
  { problem, cwd = root, env = process.env, append = false, told = 'last' } = {},
) {
  mkdirSync(cache('log'), { recursive: true });
  const logFile = cache('log', `${name}.log`);
  const log = createWriteStream(logFile, { flags: append ? 'a' : 'w' });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let tail = '';
    const keep = (chunk) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-keptBytes);
    };
    const fail = (how) => {
      const all = tail.trim().split('\n');
      const lines = told === 'last' ? all.slice(-shownLines) : all.slice(0, shownLines);
      const shown = lines.map((line) => `    ${line}`).join('\n');
      const words = problem ?? `${command} ${args.join(' ')} ${how}`;
      reject(new SetupProblem(`${words}\n\n${shown}\n\n  (${command} ${how}; all of it is in ${logFile})`));
    };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      tail += error.message;
      fail('could not be started');
    });
    child.on('close', (code, signal) => {
      log.end();
      if (code === 0) resolve(stdout);
      else fail(signal ? `was ended by ${signal}` : `ended with code ${code}`);
    });
  });
}

/** @returns {Promise<boolean>} whether the program ran and ended well; for questions, not for work */
export function succeeds(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'ignore', ...options });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
