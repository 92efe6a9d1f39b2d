// `tenring results FILE`: every ranking, bracket, pool, final ranking and medal of an interchange file, without a server; as tables, as JSON, or as
// spreadsheets.
import { type Command, Option } from 'commander';
import { findDocumentProblem } from '../domain/document/check-document.ts';
import type { CompetitionDocument, DocumentFlaw } from '../domain/document/document.ts';
import { describeFlaw } from '../interchange/describe-flaw.ts';
import { readDocument } from '../interchange/read-document.ts';
import { resultsOf } from '../interchange/results.ts';
import { writeTables } from '../tables/write-tables.ts';
import { type TableLanguage, type TableName, tableLanguages, tableNames } from '../wire/tables.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { nameOfInput, readText, standardStream, writeText } from './files.ts';
import { say, writeData } from './output.ts';
import { renderResults } from './results-tables.ts';

interface ResultsFlags {
  readonly json?: boolean;
  readonly csv?: string;
  readonly xlsx?: string;
  readonly language: TableLanguage;
  readonly force?: boolean;
}

export function addResults(program: Command): void {
  const command = program
    .command('results')
    .description('print every ranking and bracket of such a file; needs no running Tenring')
    .argument('<file>', 'what tenring export wrote; - is stdin')
    .option('--json', 'one object of JSON instead of tables')
    .option('--csv <table>', `one table as CSV: ${tableNames.join(', ')}`)
    .option('--xlsx <file>', 'everything into a workbook; - is stdout')
    .addOption(new Option('--language <language>', 'of a spreadsheet’s headings').choices(tableLanguages).default('en'))
    .option('--force', 'replace a workbook that is there already')
    .action(async (file: string, flags: ResultsFlags) => {
      process.exitCode = await exitCodeOf(() => runResults(file, flags));
    });
  addExamples(
    command,
    [
      ['tenring results cup.json', 'as tables'],
      ['tenring results cup.json --json | jq .medals', 'for a script'],
      ['tenring results cup.json --csv qualification > q.csv', 'one table for a spreadsheet'],
      ['tenring export spring - | tenring results - --xlsx cup.xlsx', 'everything of a running one'],
    ],
    'tenring export writes such files.',
  );
}

async function runResults(file: string, flags: ResultsFlags): Promise<void> {
  const { json, csv, xlsx, language, force = false } = flags;
  if ([json, csv, xlsx].filter((each) => each !== undefined).length > 1) {
    throw new CommandError('usage', 'Choose one of --json, --csv and --xlsx.');
  }
  const table = csv === undefined ? undefined : tableOf(csv);
  const content = documentOf(await readText(file), file);
  if (table) return writeData(bytesOf(writeTables({ content, tables: [table], format: 'csv', language })));
  if (xlsx === undefined) {
    const results = resultsOf(content);
    return writeData(json ? `${JSON.stringify(results)}\n` : renderResults(results));
  }
  await writeText(xlsx, bytesOf(writeTables({ content, tables: tableNames, format: 'xlsx', language })), force);
  if (xlsx !== standardStream) say(`${content.name} is in ${xlsx}.`);
}

const bytesOf = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);

function tableOf(asked: string): TableName {
  const table = tableNames.find((each) => each === asked);
  if (!table) throw new CommandError('usage', `There is no table "${asked}": it is one of ${tableNames.join(', ')}.`);
  return table;
}

function documentOf(text: string, file: string): CompetitionDocument {
  const read = readDocument(text);
  if (read.kind === 'flaw') throw wrongFile(file, read.flaw);
  const flaw = findDocumentProblem(read.document);
  if (flaw) throw wrongFile(file, flaw);
  return read.document;
}

function wrongFile(file: string, flaw: DocumentFlaw): CommandError {
  return new CommandError('badFile', `${nameOfInput(file)} is no competition that can be. ${describeFlaw(flaw)}`);
}
