// npm run screens: the pictures of the README, taken of the real program in headless Chromium.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
process.exit(await runProgram(node, ['src/testing/take-screens.ts', ...process.argv.slice(2)], env));
