// The table of settings as flags of a command.
import { type Command, Option } from 'commander';
import { type OptionRow, options } from '../config/options.ts';

function describe(row: OptionRow): string {
  const notes = [
    row.fallback === undefined || row.fallback === false
      ? ''
      : `default ${row.fallback}${row.unit ? ` ${row.unit}` : ''}`,
    `env ${row.env}`,
  ].filter(Boolean);
  return `${row.doc} (${notes.join(', ')})`;
}

export function addSettings(command: Command): Command {
  for (const row of options) {
    const option = new Option(row.flag, describe(row));
    // Commander makes a name of its own from the flag: --allowed-host may be given several times, and is the setting allowedHosts.
    option.attributeName = () => row.name;
    command.addOption(option);
  }
  return command;
}
