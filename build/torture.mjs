// npm run torture: real processes, killed, stopped, cut off from power and network. Arguments after -- go to src/testing/torture/main.ts.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('torture');
process.exit(await runProgram(node, ['src/testing/torture/main.ts', ...process.argv.slice(2)], env));
