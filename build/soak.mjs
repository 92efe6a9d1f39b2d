// npm run soak: a club's load for hours, and whether it leaves anything behind. Arguments after -- go to src/testing/soak/main.ts.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('start');
process.exit(await runProgram(node, ['src/testing/soak/main.ts', ...process.argv.slice(2)], env));
