// The command line (clig.dev): flags come from the table of settings, one file per command.
import { Command } from 'commander';
import { exitCodes } from '../config/exit-codes.ts';
import { readVersion } from '../kit/installation.ts';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { addCompletion } from './completion.ts';
import { addDevices } from './devices.ts';
import { addDoctor } from './doctor.ts';
import { addEvents } from './events.ts';
import { addExamples } from './examples.ts';
import { addExport } from './export.ts';
import { addHelp } from './help.ts';
import { addImport } from './import.ts';
import { addPassword } from './password.ts';
import { addRestore } from './restore.ts';
import { addResults } from './results.ts';
import { addService } from './service.ts';
import { addSettings } from './settings-options.ts';
import { runStart } from './start.ts';
import { addStatus } from './status.ts';
import { addVerify } from './verify.ts';

export function createProgram(): Command {
  const program = new Command('tenring');
  program
    .description(
      'Archery-tournament scoring in one executable: desk, scoring tablets and live boards on your own network.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .showHelpAfterError('(tenring --help tells more)')
    .exitOverride();
  addExamples(
    program,
    [
      ['tenring start', 'start in this folder; open the address that it prints'],
      ['tenring start --data /srv/tenring', 'keep everything in one folder of your choice'],
      ['tenring start --demo', 'watch an invented competition being scored'],
      ['tenring status', 'how the running Tenring is doing'],
      ['tenring export "Spring Cup" cup.json', 'a competition as one file; tenring import takes it back'],
      ['tenring results cup.json', 'every ranking and bracket of such a file'],
    ],
    'tenring help COMMAND tells all about one.',
  );
  program.commandsGroup('Running it:');
  addStart(program);
  addStatus(program);
  addCheck(program);
  addDoctor(program);
  addService(program);
  program.commandsGroup('Competitions:');
  addEvents(program);
  addExport(program);
  addImport(program);
  addResults(program);
  program.commandsGroup('Who may do what:');
  addPassword(program);
  addDevices(program);
  program.commandsGroup('Keeping everything safe:');
  addBackup(program);
  addRestore(program);
  addVerify(program);
  program.commandsGroup('Help:');
  addCompletion(program);
  addHelp(program);
  return program;
}

function addStart(program: Command): void {
  const start = program.command('start').description('start the appliance; Ctrl-C stops it');
  addSettings(start);
  start.option('--json', 'print one line of JSON instead of the welcome when ready');
  start.action(async (flags) => {
    process.exitCode = await runStart(flags);
  });
  addExamples(
    start,
    [
      ['tenring start', 'in this folder'],
      ['tenring start --data /srv/tenring --port 80', 'elsewhere, at an address without a number'],
      ['tenring start --backup-to /media/stick', 'with a copy on a USB stick every quarter of an hour'],
    ],
    'tenring check shows what the settings come to; tenring status, in another terminal, how it is doing.',
  );
}

/** Exit code of the whole run. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  if (argv.length <= 2) {
    program.outputHelp();
    return exitCodes.ok;
  }
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    const isUsage = error instanceof Error && 'exitCode' in error && 'code' in error;
    if (!isUsage) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}
