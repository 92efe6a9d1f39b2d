// `tenring help COMMAND`: the whole page about a command, as a manual has it.
import type { Command } from 'commander';
import { exitCodes } from '../config/exit-codes.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findCommand, fullName, visibleCommands, visibleOptions } from './command-tree.ts';
import { addExamples, examplesOf } from './examples.ts';
import { bold, writeData } from './output.ts';

export function addHelp(program: Command): void {
  const command = program
    .helpCommand(false)
    .command('help')
    .description('the whole page about a command')
    .argument('[command...]', 'its name')
    .action(async (names: readonly string[]) => {
      process.exitCode = await exitCodeOf(() => writeData(pageFor(program, names)));
    });
  addExamples(command, [
    ['tenring help start', 'all settings'],
    ['tenring help events new', 'a command of a command'],
  ]);
}

/** Throws CommandError. */
function pageFor(program: Command, names: readonly string[]): string {
  if (names.length === 0) return program.helpInformation();
  const found = findCommand(program, names);
  if (!found) throw new CommandError('usage', `There is no command ${names.join(' ')}: tenring --help lists them.`);
  return manualPage(found);
}

const width = 80;

export function manualPage(command: Command): string {
  const helper = command.createHelp();
  const commands = visibleCommands(command).map((each) => [helper.subcommandTerm(each), each.description()] as const);
  const terms = command.registeredArguments.map((each) => [each.name(), each.description] as const);
  const options = visibleOptions(command).map((each) => [each.flags, each.description] as const);
  const examples = examplesOf(command).map(([line, does]) => [line, does] as const);
  return [
    section('NAME', [`${fullName(command)}: ${command.description()}`]),
    section('SYNOPSIS', [`${fullName(command)} ${command.usage()}`]),
    section('COMMANDS', entries(commands)),
    section('ARGUMENTS', entries(terms)),
    section('OPTIONS', entries(options)),
    section('EXAMPLES', entries(examples)),
    section('EXIT STATUS', exitLines()),
    section('ENVIRONMENT', [
      'NO_COLOR: no bold text. Each setting of tenring start has a variable of its own: tenring check lists them.',
    ]),
  ]
    .filter((each) => each !== '')
    .join('\n');
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${bold(title, process.stdout)}\n${lines.map((line) => (line === '' ? '' : `       ${line}`)).join('\n')}\n`;
}

function entries(all: readonly (readonly [term: string, says: string])[]): readonly string[] {
  return all.flatMap(([term, says], index) => [
    ...(index === 0 ? [] : ['']),
    term,
    ...(says === '' ? [] : wrap(says).map((line) => `    ${line}`)),
  ]);
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - 12) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'done',
  failed: 'not done, for a reason that the message says',
  usage: 'a flag, an argument or a setting that cannot be',
  badFile: 'a file that is not what it should be',
  noFile: 'a file or folder that is not there or cannot be read',
  notFound: 'no such competition or tablet, or several that may be meant',
  noAnswer: 'no Tenring answers',
  portTaken: 'a port that is taken, or an address that is not this machine’s',
  defect: 'a mistake in Tenring',
  fileExists: 'a file that is there already',
  dataFolder: 'a data folder that cannot be used',
  diskFull: 'the disk is full',
  inUse: 'another Tenring uses the data folder',
  redis: 'Redis cannot be used',
  notAllowed: 'a wrong password, or a folder of somebody else',
};

function exitLines(): readonly string[] {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  return names.toSorted((a, b) => exitCodes[a] - exitCodes[b]).map((name) => `${exitCodes[name]}  ${meanings[name]}`);
}
