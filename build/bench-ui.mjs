// npm run bench:ui: what a tablet loads and how soon it can be used, in a slow browser on a slow network. Arguments after -- go to
// src/bench/ui-bench.ts. With --boards: how smoothly a leaderboard moves on a weak PC (src/bench/board-bench.ts).
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
const args = process.argv.slice(2);
const bench = args.includes('--boards') ? 'board-bench' : 'ui-bench';
process.exit(await runProgram(node, [`src/bench/${bench}.ts`, ...args], env));
