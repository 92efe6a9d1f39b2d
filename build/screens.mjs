// npm run screens: the pictures of the README, taken of the real program in headless Chromium.
// npm run screens -- --boards FOLDER [WORD]: every board at three sizes instead, for looking at, with what is wrong with it.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
const [first, ...rest] = process.argv.slice(2);
const args = first === '--boards' ? ['src/testing/take-boards.ts', ...rest] : ['src/testing/take-screens.ts'];
process.exit(await runProgram(node, args, env));
