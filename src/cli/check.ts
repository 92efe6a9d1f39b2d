// `tenring check`: every setting as start would take it, where it comes from, and what is wrong.
import type { Command } from 'commander';
import { type CheckedSetting, checkSettings } from '../config/check-settings.ts';
import type { RawSettings } from '../config/config.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { addSettings } from './settings-options.ts';
import { renderTable } from './table.ts';

type CheckFlags = RawSettings & { readonly json?: boolean };

export function addCheck(program: Command): void {
  const command = program.command('check').description('look at the settings as start would, without starting');
  addSettings(command)
    .option('--json', 'one object of JSON instead of a table')
    .action(async (flags: CheckFlags) => {
      process.exitCode = await exitCodeOf(() => runCheck(flags));
    });
  addExamples(
    command,
    [
      ['tenring check', 'the settings of this shell'],
      ['tenring check --port 80 --tls', 'with the flags that start is going to get'],
    ],
    'tenring doctor looks at the machine.',
  );
}

async function runCheck({ json, ...flags }: CheckFlags): Promise<void> {
  const { settings, problems, unknownVariables } = checkSettings(flags, process.env);
  await writeData(
    json ? `${JSON.stringify({ settings, problems, unknownVariables })}\n` : `${settingLines(settings).join('\n')}\n`,
  );
  for (const name of unknownVariables) say(`${name} is no setting of Tenring: it changes nothing.`);
  const [first, ...others] = problems;
  if (first === undefined) return;
  for (const each of [first, ...others].slice(0, -1)) say(`tenring: ${each}`);
  throw new CommandError('usage', problems.at(-1) ?? first);
}

const origins = { flag: 'flag', environment: 'environment', default: 'default' } as const;

export function settingLines(settings: readonly CheckedSetting[]): readonly string[] {
  return renderTable(
    [{ title: 'Setting' }, { title: 'Value' }, { title: 'From' }, { title: 'Variable' }],
    settings.map(({ flag, value, from, env, isSecret }) => [
      flag,
      isSecret ? '(set, not shown)' : (value ?? '-'),
      origins[from],
      env,
    ]),
  );
}
