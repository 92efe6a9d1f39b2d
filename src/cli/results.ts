// `tenring results FILE`: every ranking, bracket, pool, final ranking and medal of an interchange file, without a server.
import type { Command } from 'commander';
import { findDocumentProblem } from '../domain/document/check-document.ts';
import type { DocumentFlaw } from '../domain/document/document.ts';
import { describeFlaw } from '../interchange/describe-flaw.ts';
import { readDocument } from '../interchange/read-document.ts';
import { type Results, resultsOf } from '../interchange/results.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { nameOfInput, readText } from './files.ts';
import { writeData } from './output.ts';
import { renderResults } from './results-tables.ts';

export function addResults(program: Command): void {
  const command = program
    .command('results')
    .description('print every ranking and bracket of such a file; needs no running Tenring')
    .argument('<file>', 'what tenring export wrote; - is stdin')
    .option('--json', 'one object of JSON instead of tables')
    .action(async (file: string, flags: { readonly json?: boolean }) => {
      process.exitCode = await exitCodeOf(async () => {
        const results = resultsOfText(await readText(file), file);
        await writeData(flags.json ? `${JSON.stringify(results)}\n` : renderResults(results));
      });
    });
  addExamples(
    command,
    [
      ['tenring results cup.json', 'as tables'],
      ['tenring results cup.json --json | jq .medals', 'for a script'],
    ],
    'tenring export writes such files.',
  );
}

function resultsOfText(text: string, file: string): Results {
  const read = readDocument(text);
  if (read.kind === 'flaw') throw wrongFile(file, read.flaw);
  const flaw = findDocumentProblem(read.document);
  if (flaw) throw wrongFile(file, flaw);
  return resultsOf(read.document);
}

function wrongFile(file: string, flaw: DocumentFlaw): CommandError {
  return new CommandError('badFile', `${nameOfInput(file)} is no competition that can be. ${describeFlaw(flaw)}`);
}
