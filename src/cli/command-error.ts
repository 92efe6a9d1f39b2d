// Why a command cannot do what it was asked: one line for a person, and the exit code's name.
import { type ExitName, exitCodes } from '../config/exit-codes.ts';
import { say } from './output.ts';
import { OutputError } from './standard-streams.ts';

export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exit: ExitName;

  constructor(exit: ExitName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exit = exit;
  }
}

/** The exit code of a command. */
export async function exitCodeOf(run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return exitCodes.ok;
  } catch (error) {
    const exit = exitOf(error);
    if (exit === undefined || !(error instanceof Error)) throw error;
    say(`tenring: ${error.message}`);
    return exitCodes[exit];
  }
}

/** Undefined for a defect. */
function exitOf(error: unknown): ExitName | undefined {
  if (error instanceof OutputError) return error.isDiskFull ? 'diskFull' : 'failed';
  return error instanceof CommandError ? error.exit : undefined;
}
