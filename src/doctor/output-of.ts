// What another program prints. Not promisify(execFile): in the packaged executable execFile is wrapped, and promisify does not know it.
import { execFile } from 'node:child_process';

/** Undefined where it cannot be run, fails, or takes too long. */
export function outputOf(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, [...words], { timeout: 5_000, encoding: 'utf8' }, (error, stdout) => {
      resolve(error ? undefined : stdout);
    });
  });
}
