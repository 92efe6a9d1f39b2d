// npm run bench: the figures of the README. Arguments after -- go to src/bench/main.ts.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('start');
process.exit(await runProgram(node, ['src/bench/main.ts', ...process.argv.slice(2)], env));
