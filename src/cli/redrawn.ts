// Lines on a terminal that are drawn anew in place; elsewhere nothing.
import { plain } from './output.ts';
import type { ProgressOutput } from './progress.ts';

const [up, restOfLine, restOfScreen] = [(lines: number) => `\u001b[${lines}A`, '\u001b[K', '\u001b[J'];

export interface Redrawn {
  draw(lines: readonly string[]): void;
  /** They go away. */
  clear(): void;
}

export function redrawn(output: ProgressOutput): Redrawn {
  const isShown = output.isTTY === true && process.env.TERM !== 'dumb';
  let drawn = 0;

  function back(): string {
    return drawn > 0 ? `\r${up(drawn)}` : '';
  }

  return {
    draw(lines) {
      if (!isShown) return;
      output.write(`${back()}${lines.map((line) => `${plain(line)}${restOfLine}\n`).join('')}${restOfScreen}`);
      drawn = lines.length;
    },
    clear() {
      if (drawn > 0) output.write(`${back()}${restOfScreen}`);
      drawn = 0;
    },
  };
}
