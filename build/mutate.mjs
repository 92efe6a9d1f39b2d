// npm run mutate: Stryker changes the rules of ranking, matches and brackets one by one and counts which changes no test notices.
// Arguments after -- go to Stryker (`--mutate src/domain/ranking/ranking.ts`).
import { delimiter } from 'node:path';
import { place } from './places.mjs';
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('start');
env.PATH = `${place('node_modules', '.bin')}${delimiter}${env.PATH ?? ''}`;
const stryker = place('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
process.exit(
  await runProgram(node, [stryker, 'run', place('build', 'stryker.config.mjs'), ...process.argv.slice(2)], env),
);
