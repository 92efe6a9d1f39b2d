// The entry of the program, in development and in the package.
import { runProgram } from './cli/program.ts';
import { outliveReaders } from './cli/standard-streams.ts';
import { exitCodes } from './config/exit-codes.ts';

outliveReaders();
runProgram(process.argv).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exit(exitCodes.defect);
  },
);
