// npm run fuzz: a million inputs that nobody would send. Arguments after -- go to src/testing/fuzz/main.ts.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
process.exit(await runProgram(node, ['src/testing/fuzz/main.ts', ...process.argv.slice(2)], env));
