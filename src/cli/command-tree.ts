// The commands as a person sees them: for completion, for help and for the test that walks through all of them.
import type { Command, Option } from 'commander';

/** Without the help command that commander adds by itself. */
export function visibleCommands(command: Command): readonly Command[] {
  const all = command.createHelp().visibleCommands(command);
  return all.filter((each) => command.commands.includes(each));
}

export function visibleOptions(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command);
}

/** `tenring devices list` */
export function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

/** Undefined where no command has this name. */
export function findCommand(program: Command, names: readonly string[]): Command | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return program;
  const found = program.commands.find((each) => each.name() === name || each.aliases().includes(name));
  return found && findCommand(found, rest);
}
