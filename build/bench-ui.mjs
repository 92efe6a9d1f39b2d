// npm run bench:ui: what a tablet loads and how soon it can be used, in a slow browser on a slow network. Arguments after -- go to
// src/bench/ui-bench.ts.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
process.exit(await runProgram(node, ['src/bench/ui-bench.ts', ...process.argv.slice(2)], env));
