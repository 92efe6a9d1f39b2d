// Makes a fresh clone able to run: packages, Node 24, sockets, redis-server, screens. Runs on the machine's own Node (20 or
// newer) before anything is installed, so it uses Node's own modules only. What is already there is not done again.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SetupProblem } from './commands.mjs';
import { cache, nodeBinary, root } from './places.mjs';
import { takeSteps } from './progress.mjs';
import { browser, chosenChromium } from './steps/browser.mjs';
import { checkMachine, dependencies, runtime } from './steps/dependencies.mjs';
import { pdfTools } from './steps/pdf-tools.mjs';
import { chosenRedis, redis, redisForPackage } from './steps/redis.mjs';
import { screens } from './steps/screens.mjs';
import { sockets } from './steps/sockets.mjs';
import { diskLog, torture, watchableRedis } from './steps/torture.mjs';

// redis-server needs none of the packages, so the two slow things go side by side.
const fromPackages = [dependencies, runtime, sockets, screens];
const stepsFor = {
  start: [fromPackages, [redis]],
  test: [fromPackages, [redis, torture, browser, pdfTools]],
  torture: [fromPackages, [redis, torture]],
  package: [fromPackages, [redisForPackage]],
};

function checkFolder() {
  try {
    mkdirSync(cache('log'), { recursive: true });
    for (const folder of [root, cache(), cache('log')]) accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new SetupProblem(`Nothing can be set up in ${root}: this user may not write there (${error.code}).`);
  }
}

/**
 * @param {'start' | 'test' | 'torture' | 'package'} purpose
 * @returns {Promise<{node: string, env: NodeJS.ProcessEnv}>} the runtime, and the environment that tells our programs where
 *   redis-server and Chromium are
 */
export async function setUp(purpose) {
  try {
    checkMachine();
    checkFolder();
    await takeSteps(stepsFor[purpose]);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stderr.write(`\n  ${error.message}\n\n`);
    process.exit(1);
  }
  const env = { ...process.env };
  const redisServer = chosenRedis();
  if (redisServer !== undefined) env.TENRING_REDIS_SERVER = redisServer;
  const chromium = chosenChromium();
  if (chromium !== undefined) env.TENRING_CHROMIUM = chromium;
  if (purpose === 'test' || purpose === 'torture') {
    env.TENRING_DISK_LOG = diskLog;
    env.TENRING_WATCHABLE_REDIS = watchableRedis();
  }
  return { node: nodeBinary, env };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.indexOf('--for');
  const purpose = wanted === -1 ? 'start' : process.argv[wanted + 1];
  if (!Object.hasOwn(stepsFor, purpose)) {
    process.stderr.write(`Usage: node build/setup.mjs [--for ${Object.keys(stepsFor).join('|')}]\n`);
    process.exit(2);
  }
  await setUp(purpose);
}
