// Examples under a command's help, and what to do next: people learn a command line from them.
import type { Command } from 'commander';

/** A command line and what it does. */
export type Example = readonly [line: string, does: string];

const known = new WeakMap<Command, readonly Example[]>();

export function addExamples(command: Command, examples: readonly Example[], next?: string): Command {
  known.set(command, examples);
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}\n${next ? `\n${next}\n` : ''}`);
}

export function examplesOf(command: Command): readonly Example[] {
  return known.get(command) ?? [];
}
