// Runs one of our programs in the foreground and hands signals on in an orderly way.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './places.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Under `npm start` one Ctrl-C arrives twice: from the terminal and again from npm.
const sameKeystrokeMs = 500;

/**
 * The program gets a session of its own, so that a Ctrl-C reaches it once, from here, and reaches its children (redis-server)
 * not at all: stopping them in order is the program's own business.
 * @returns {Promise<number>} its exit code, or 128 + signal as shells have it
 */
export function runProgram(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', detached: true });
  let lastForwarded = Number.NEGATIVE_INFINITY;
  for (const signal of forwarded) {
    process.on(signal, () => {
      if (performance.now() - lastForwarded < sameKeystrokeMs) return;
      lastForwarded = performance.now();
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
