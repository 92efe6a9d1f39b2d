// Why the appliance cannot start: one line that says what to do, and the exit code's name.
import type { ExitName } from './exit-codes.ts';

export class StartError extends Error {
  override readonly name = 'StartError';
  readonly exit: ExitName;

  constructor(exit: ExitName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exit = exit;
  }
}
