// `tenring export COMPETITION FILE`: a running appliance's competition as an interchange file.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { findCompetition } from './choose-competition.ts';
import { exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { alreadyThere, standardStream, writeText } from './files.ts';
import { say, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';

interface ExportFlags extends ApplianceFlags {
  readonly force?: boolean;
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('write a competition of a running Tenring into a file')
    .argument('<competition>', 'its id, or a part of its name that no other has')
    .argument('<file>', 'where to; - is stdout');
  addApplianceOptions(command)
    .option('--force', 'replace a file that is there already')
    .option('--json', 'say what was written as one line of JSON')
    .action(async (competition: string, file: string, flags: ExportFlags) => {
      process.exitCode = await exitCodeOf(() => runExport(competition, file, flags));
    });
  addExamples(
    command,
    [
      ['tenring export "Spring Cup" cup.json', 'of the Tenring on this machine'],
      ['tenring export spring - | gzip > cup.json.gz', 'to stdout'],
      ['tenring export spring cup.json --url http://192.168.1.5:8000', 'of another one: asks for its password'],
    ],
    'tenring results shows what is in such a file, tenring import makes a competition of it.',
  );
}

async function runExport(asked: string, file: string, flags: ExportFlags): Promise<void> {
  // Again when it is written; here so that nobody types a password for nothing.
  if (file !== standardStream && !flags.force && existsSync(file)) throw alreadyThere(file);
  const { found, text } = await asOrganiser(flags, false, async (client) => {
    const chosen = await findCompetition(client, asked);
    const path = `/api/competitions/${encodeURIComponent(chosen.id)}/export`;
    return { found: chosen, text: await whileWaiting(`Fetching ${chosen.name}`, client.ask('GET', path)) };
  });
  const content = `${text.trimEnd()}\n`;
  await writeText(file, content, flags.force === true);
  if (file === standardStream) return;
  const bytes = Buffer.byteLength(content);
  if (flags.json) await writeData(`${JSON.stringify({ competition: found.id, name: found.name, file, bytes })}\n`);
  else say(`${found.name} is in ${file} (${bytes} bytes).`);
}
