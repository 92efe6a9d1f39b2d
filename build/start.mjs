// npm start: sets up what is missing, then runs the appliance. Arguments after -- go to `tenring start`.
import { runProgram } from './program.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('start');
process.exit(await runProgram(node, ['src/main.ts', 'start', ...process.argv.slice(2)], env));
