// Lines on a terminal that are drawn anew in place; elsewhere nothing.
import { plain } from './output.ts';
import type { ProgressOutput } from './progress.ts';

const [up, restOfLine, restOfScreen] = [(lines: number) => `\u001b[${lines}A`, '\u001b[K', '\u001b[J'];

export interface Redrawn {
  draw(lines: readonly string[]): void;
  /** They go away. */
  clear(): void;
}

/** A line that is wider than the terminal would take two, and what is drawn over would stay. */
function fitting(line: string, columns: number): string {
  return plain(line).slice(0, Math.max(1, columns - 1));
}

export function redrawn(output: ProgressOutput & { readonly columns?: number }): Redrawn {
  const isShown = output.isTTY === true && process.env.TERM !== 'dumb';
  let drawn = 0;

  function back(): string {
    return drawn > 0 ? `\r${up(drawn)}` : '';
  }

  return {
    draw(lines) {
      if (!isShown) return;
      const { columns = 80 } = output;
      const text = lines.map((line) => `${fitting(line, columns)}${restOfLine}\n`).join('');
      output.write(`${back()}${text}${restOfScreen}`);
      drawn = lines.length;
    },
    clear() {
      if (drawn > 0) output.write(`${back()}${restOfScreen}`);
      drawn = 0;
    },
  };
}
