// The command line (clig.dev): flags come from the table of settings, one file per command.
import { Command, CommanderError } from 'commander';
import { exitCodes } from '../config/exit-codes.ts';
import { readVersion } from '../kit/installation.ts';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { exitCodeOf } from './command-error.ts';
import { addCompletion } from './completion.ts';
import { addDevices } from './devices.ts';
import { addDoctor } from './doctor.ts';
import { addEvents } from './events.ts';
import { addExamples } from './examples.ts';
import { addExport } from './export.ts';
import { addHelp } from './help.ts';
import { addImport } from './import.ts';
import { addLiveSite } from './live-site.ts';
import { addLoadtest } from './loadtest.ts';
import { mention, say, writeData } from './output.ts';
import { addPassword } from './password.ts';
import { addPrint } from './print.ts';
import { addPromote } from './promote.ts';
import { addRestore } from './restore.ts';
import { addResults } from './results.ts';
import { addService } from './service.ts';
import { addSettings } from './settings-options.ts';
import { addStandby } from './standby.ts';
import { runStart } from './start.ts';
import { addStatus } from './status.ts';
import { addVerify } from './verify.ts';

export function createProgram(print: (page: string) => void = (page) => mention(page, process.stdout)): Command {
  const program = new Command('tenring');
  program
    .description(
      'Archery-tournament scoring in one executable: desk, scoring tablets and live boards on your own network.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .showHelpAfterError('(tenring --help tells more)')
    .configureOutput({ writeOut: print, writeErr: (text) => mention(text), outputError: complain })
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
  addLoadtest(program);
  program.commandsGroup('Competitions:');
  addEvents(program);
  addExport(program);
  addImport(program);
  addResults(program);
  addPrint(program);
  addLiveSite(program);
  program.commandsGroup('Who may do what:');
  addPassword(program);
  addDevices(program);
  program.commandsGroup('Keeping everything safe:');
  addBackup(program);
  addRestore(program);
  addVerify(program);
  addStandby(program);
  addPromote(program);
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
  let code: number = exitCodes.ok;
  const failed = await exitCodeOf(async () => {
    code = await runWords(argv);
  });
  return failed === exitCodes.ok ? code : failed;
}

async function runWords(argv: readonly string[]): Promise<number> {
  const pages: Promise<void>[] = [];
  const program = createProgram((page) => pages.push(writeData(page)));
  try {
    if (argv.length <= 2) program.outputHelp();
    else await program.parseAsync([...argv]);
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  } finally {
    await Promise.all(pages);
  }
}

/** Of commander: what is wrong, and what may have been meant. */
function complain(message: string): void {
  say(message.trim().replace(/^error:/, 'tenring:'));
}
