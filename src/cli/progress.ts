// What takes more than a second says so: on a terminal a line that counts the seconds and goes away, elsewhere nothing.
import { plain } from './output.ts';

const quietMs = 1_000;
const clearLine = '\r\u001b[K';

export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export async function whileWaiting<T>(
  words: string,
  work: Promise<T>,
  output: ProgressOutput = process.stderr,
): Promise<T> {
  if (output.isTTY !== true || process.env.TERM === 'dumb') return work;
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    output.write(`${clearLine}${plain(words)}… ${seconds} s`);
  }, quietMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (seconds > 0) output.write(clearLine);
  }
}
