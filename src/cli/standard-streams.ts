// What is written to stdout and stderr when nobody takes it: a reader that has seen enough (`| head`), or a disk that is full. No appliance
// ends because of that, and a command says it in one line.
import { systemCodeOf } from '../kit/durable-files.ts';

/** What a command printed did not arrive; the message is for a person. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly isDiskFull: boolean;

  constructor(cause: Error) {
    const code = systemCodeOf(cause);
    super(
      code === 'ENOSPC'
        ? 'What this prints does not fit on the disk.'
        : `What this prints cannot be written (${code}).`,
      { cause },
    );
    this.isDiskFull = code === 'ENOSPC';
  }
}

/** Read to the end of what was wanted, and then closed. */
export function isReaderGone(error: unknown): boolean {
  return systemCodeOf(error) === 'EPIPE';
}

/** Whoever waits for what it writes is told there; without a listener Node would end the process. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
