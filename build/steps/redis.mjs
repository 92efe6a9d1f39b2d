// redis-server: the machine's own where that is new enough, else one built static from Debian's source. The packaged
// executable always carries the static one, because it must run where there is nothing else.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run, SetupProblem } from '../commands.mjs';
import { cache, fileKey, hashOf, isStamped, machineKey, stamp, whichProgram } from '../places.mjs';
import { fetchSource, installPackages } from './apt.mjs';

export const staticRedis = cache('redis', 'redis-server');
export const redisLicence = cache('redis', 'COPYING');
const chosenFile = cache('redis-server.path');

const buildTools = ['make', 'gcc', 'libc6-dev', 'dpkg-dev'];
const makeArguments = ['MALLOC=libc', 'BUILD_TLS=no', 'USE_SYSTEMD=no'];
const staticArguments = ['CFLAGS=-static', 'LDFLAGS=-static'];

// 6.2 is the first with XTRIM MINID, which the archive trims by.
const isNewEnough = ({ major, minor }) => major > 6 || (major === 6 && minor >= 2);

export function readVersion(path) {
  const { stdout, status } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const match = /\bv=(\d+)\.(\d+)\.(\d+)/.exec(stdout ?? '');
  if (status !== 0 || match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), text: `${match[1]}.${match[2]}.${match[3]}` };
}

function isUsable(path) {
  const version = path === undefined ? undefined : readVersion(path);
  return version !== undefined && isNewEnough(version);
}

const systemRedis = () => whichProgram('redis-server') ?? whichProgram('valkey-server');

/** Path of the server to run; TENRING_REDIS_SERVER wins. */
export function chosenRedis() {
  if (process.env.TENRING_REDIS_SERVER) return process.env.TENRING_REDIS_SERVER;
  return existsSync(chosenFile) ? readFileSync(chosenFile, 'utf8').trim() : undefined;
}

/** From Debian's source, with more `arguments` for make, to the path `server`; its licence to the path `licence`. */
export async function buildServer(tell, { server, licence, arguments: more }) {
  await installPackages(buildTools, {
    purpose: 'A compiler, to build the redis-server that keeps the scores,',
    otherwise: 'Or install a redis-server, 6.2 or newer, in your own way: Tenring uses the one on the PATH.',
    tell,
  });
  mkdirSync(dirname(server), { recursive: true });
  const work = mkdtempSync(join(dirname(server), 'build-'));
  try {
    tell('fetching the source (Debian)');
    const unpacked = await fetchSource('redis', work);
    const [source] = readdirSync(unpacked).filter((name) => existsSync(join(unpacked, name, 'src', 'server.c')));
    if (source === undefined) throw new SetupProblem('The source package of redis does not look as expected.');
    tell(`building ${source}`);
    await run('redis', 'make', ['-j2', '-C', join(unpacked, source), ...makeArguments, ...more, 'redis-server'], {
      problem: 'redis-server could not be built.',
    });
    const built = join(unpacked, source, 'src', 'redis-server');
    await run('redis', 'strip', [built], { append: true });
    if (!isUsable(built)) throw new SetupProblem('The redis-server that was built does not run.');
    copyFileSync(join(unpacked, source, 'COPYING'), licence);
    const beside = `${server}.${process.pid}`;
    copyFileSync(built, beside);
    chmodSync(beside, 0o755);
    renameSync(beside, server);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const buildStatic = (tell) =>
  buildServer(tell, { server: staticRedis, licence: redisLicence, arguments: staticArguments });

const key = () => hashOf(machineKey(), fileKey(chosenRedis() ?? 'none'));

export const redis = {
  title: 'redis-server',
  isDone: () => isStamped('redis', key()),
  run: async (tell) => {
    const given = process.env.TENRING_REDIS_SERVER;
    if (given && !isUsable(given))
      throw new SetupProblem(`TENRING_REDIS_SERVER is not a redis-server of 6.2 or newer: ${given}`);
    const ready = [given, systemRedis(), staticRedis].find(isUsable);
    if (ready === undefined) await buildStatic(tell);
    const chosen = ready ?? staticRedis;
    if (!given) writeFileSync(chosenFile, `${chosen}\n`);
    stamp('redis', key());
    return `${readVersion(chosen).text}, ${chosen === staticRedis ? 'built static' : chosen}`;
  },
};

export const redisForPackage = {
  title: 'redis-server, static',
  isDone: () => isUsable(staticRedis) && existsSync(redisLicence),
  run: async (tell) => {
    await buildStatic(tell);
    return readVersion(staticRedis).text;
  },
};
