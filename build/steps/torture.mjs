// For `npm run torture` and its short run in `npm test`: the log of what is written to the disk (build/torture/disk-log.c), and a
// redis-server that it can be loaded into. A static one, as the package carries, cannot be watched that way.
import { existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { run } from '../commands.mjs';
import { cache, hashOf, isStamped, machineKey, place, stamp, whichProgram } from '../places.mjs';
import { installPackages } from './apt.mjs';
import { buildServer, chosenRedis } from './redis.mjs';

export const diskLog = cache('torture', 'disk-log.so');
const ownServer = cache('torture', 'redis-server');
const source = 'build/torture/disk-log.c';

/** ELF programs that name a loader, near their beginning, let libraries in. */
function isDynamic(path) {
  if (path === undefined || !existsSync(path)) return false;
  const head = Buffer.alloc(4096);
  const length = readSync(openSync(path, 'r'), head);
  return head.subarray(0, length).includes('ld-linux');
}

/** The one that the appliance uses anyway, where it can be watched. */
export function watchableRedis() {
  return [chosenRedis(), ownServer].find(isDynamic);
}

// For one test, which is skipped without it; only root may install it.
const wantsStrace = () => process.getuid() === 0 && whichProgram('strace') === undefined;

const key = () => hashOf(machineKey(), { files: [source] });

export const torture = {
  title: 'power cuts',
  isDone: () => isStamped('torture', key()) && existsSync(diskLog) && watchableRedis() !== undefined && !wantsStrace(),
  run: async (tell) => {
    const packages = ['gcc', 'libc6-dev', ...(wantsStrace() ? ['strace'] : [])];
    await installPackages(packages, {
      purpose: 'A compiler, to try power cuts,',
      otherwise: 'Install gcc in your own way.',
      tell,
    });
    mkdirSync(cache('torture'), { recursive: true });
    tell('compiling');
    const args = ['-O1', '-Wall', '-Wextra', '-Werror', '-fPIC', '-shared', '-o', diskLog, place(source), '-ldl'];
    await run('disk-log', 'gcc', args, { problem: 'build/torture/disk-log.c could not be compiled.' });
    if (watchableRedis() === undefined) {
      await buildServer(tell, { server: ownServer, licence: cache('torture', 'COPYING'), arguments: [] });
    }
    stamp('torture', key());
    return watchableRedis() === ownServer ? 'with a redis-server of its own' : 'with the redis-server that is there';
  },
};
