// A question to a process of the bench, and its answer.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Rejects when the process ends instead. */
export async function askProcess<T>(child: ChildProcess, message: unknown): Promise<T> {
  const answer = once(child, 'message');
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the bench ended with code ${code}`);
  });
  child.send(message as Parameters<ChildProcess['send']>[0]);
  const [value] = await Promise.race([answer, died]);
  return value as T;
}
