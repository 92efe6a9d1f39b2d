// `tenring import FILE`: an interchange file becomes a new competition of a running appliance: all of it, or nothing.
import type { Command } from 'commander';
import { type DocumentFlaw, type DocumentProblem, documentProblems } from '../domain/document/document.ts';
import { describeFlaw } from '../interchange/describe-flaw.ts';
import { createCommandId } from '../wire/command-id.ts';
import { type ApplianceClient, type ApplianceError, RefusedError } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { nameOfInput, readText, standardStream } from './files.ts';
import { say, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('make a new competition in a running Tenring from such a file')
    .argument('<file>', 'what tenring export wrote; - is stdin');
  addApplianceOptions(command)
    .option('--json', 'print the competition as one line of JSON instead of its id')
    .action(async (file: string, flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(() => runImport(file, flags));
    });
  addExamples(
    command,
    [
      ['tenring import cup.json', 'into the Tenring on this machine'],
      ['gunzip -c cup.json.gz | tenring import -', 'from stdin'],
    ],
    'All of it is taken, or nothing. tenring results cup.json looks at it first.',
  );
}

interface Imported {
  readonly id: string;
  readonly name: string;
  readonly entryCount: number;
}

async function runImport(file: string, flags: ApplianceFlags): Promise<void> {
  const text = await readText(file);
  const answer = await asOrganiser(flags, file === standardStream, (client) =>
    whileWaiting('Importing', send(client, text, file)),
  );
  const imported: Imported = JSON.parse(answer);
  await writeData(`${flags.json ? JSON.stringify(imported) : imported.id}\n`);
  if (!flags.json) say(`${imported.name} is imported, ${imported.entryCount} entries.`);
}

/** Once more when no answer came: under the same command id it is imported once, whichever of the two arrived. */
async function send(client: ApplianceClient, json: string, file: string): Promise<string> {
  const asked = { json, commandId: createCommandId() };
  const ask = () => client.ask('POST', '/api/competitions/import', asked);
  try {
    return await ask().catch((error) => (error instanceof RefusedError ? Promise.reject(error) : ask()));
  } catch (error) {
    if (error instanceof RefusedError) throw refusalOf(error.error, file);
    throw error;
  }
}

function refusalOf(error: ApplianceError, file: string): CommandError {
  const flaw = flawOf(error);
  if (!flaw) return new CommandError('failed', error.message);
  return new CommandError('badFile', `${nameOfInput(file)} cannot be imported. ${describeFlaw(flaw)}`);
}

function flawOf({ code, details }: ApplianceError): DocumentFlaw | undefined {
  const { pointer = '', problem = '', found = '' } = details;
  return code === 'badDocument' && isProblem(problem) ? { pointer, problem, found } : undefined;
}

function isProblem(text: string): text is DocumentProblem {
  return documentProblems.some((problem) => problem === text);
}
