// Why a command cannot do what it was asked: one line for a person, and the exit code's name.
import { type ExitName, exitCodes } from '../config/exit-codes.ts';
import { say } from './output.ts';

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
    if (!(error instanceof CommandError)) throw error;
    say(`tenring: ${error.message}`);
    return exitCodes[error.exit];
  }
}
