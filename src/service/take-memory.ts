// Heap limits of the process. V8 takes the main thread's only when a process begins, and a packaged executable has no place for node's
// flags: so the process begins once more, in the same process id, with the limit in its environment. Workers get theirs from us.
import { setFlagsFromString } from 'node:v8';
import type { Sizes } from '../config/sizes.ts';
import { isPackaged } from '../kit/installation.ts';

const limitFlag = '--max-old-space-size';

type Surroundings = Pick<NodeJS.Process, 'argv' | 'execArgv' | 'env' | 'execPath'>;

/** How to begin once more; undefined where a limit is set already, by an earlier beginning or by a person. */
export function beginAgain(
  sizes: Pick<Sizes, 'mainHeapMegabytes' | 'poolThreads'>,
  { argv, execArgv, env, execPath }: Surroundings,
  packaged = isPackaged,
): { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } | undefined {
  const { NODE_OPTIONS: given = '' } = env;
  if ([given, ...execArgv].some((each) => each.includes(limitFlag))) return undefined;
  return {
    // In the package the second word names what is inside, and is not given.
    args: [execPath, ...(packaged ? argv.slice(2) : [...execArgv, ...argv.slice(1)])],
    env: {
      ...env,
      NODE_OPTIONS: `${given} ${limitFlag}=${sizes.mainHeapMegabytes}`.trim(),
      UV_THREADPOOL_SIZE: env.UV_THREADPOOL_SIZE ?? String(sizes.poolThreads),
    },
  };
}

/** Does not come back where the process has to begin once more. Before any thread or child is started. */
export function takeMemory(sizes: Sizes): void {
  const again = beginAgain(sizes, process);
  // Node without it (before 22.15) goes on with V8's own limit.
  if (again && process.execve) process.execve(process.execPath, again.args, again.env);
  // The flag would go before the limits that workers are given. The main thread keeps the one it has begun with (take-memory.test.ts).
  setFlagsFromString(`${limitFlag}=0`);
}
