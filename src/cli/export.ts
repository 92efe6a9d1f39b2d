// `tenring export COMPETITION FILE`: a running appliance's competition as an interchange file.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type ApplianceClient, RefusedError } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { alreadyThere, standardStream, writeText } from './files.ts';
import { say, writeData } from './output.ts';

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
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

async function runExport(asked: string, file: string, flags: ExportFlags): Promise<void> {
  // Again when it is written; here so that nobody types a password for nothing.
  if (file !== standardStream && !flags.force && existsSync(file)) throw alreadyThere(file);
  const { found, text } = await asOrganiser(flags, false, async (client) => {
    const chosen = await findCompetition(client, asked);
    return { found: chosen, text: await fetchFile(client, chosen.id) };
  });
  const content = `${text.trimEnd()}\n`;
  await writeText(file, content, flags.force === true);
  if (file === standardStream) return;
  const bytes = Buffer.byteLength(content);
  if (flags.json) await writeData(`${JSON.stringify({ competition: found.id, name: found.name, file, bytes })}\n`);
  else say(`${found.name} is in ${file} (${bytes} bytes).`);
}

async function fetchFile(client: ApplianceClient, id: string): Promise<string> {
  try {
    return await client.ask('GET', `/api/competitions/${encodeURIComponent(id)}/export`);
  } catch (error) {
    if (error instanceof RefusedError) throw new CommandError('failed', error.message, { cause: error });
    throw error;
  }
}

async function findCompetition(client: ApplianceClient, asked: string): Promise<Listed> {
  const all: readonly Listed[] = JSON.parse(await client.ask('GET', '/api/competitions'));
  return chooseCompetition(all, asked);
}

/** Throws CommandError where none is meant, or several may be. */
export function chooseCompetition(all: readonly Listed[], asked: string): Listed {
  const byId = all.find(({ id }) => id === asked);
  if (byId) return byId;
  const wanted = asked.trim().toLowerCase();
  const named = all.filter(({ name }) => name.toLowerCase() === wanted);
  const found = named.length > 0 ? named : all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first) throw new CommandError('notFound', `"${asked}" may be ${listNames(found)}: give the id.`);
  const there = all.length > 0 ? `There is ${listNames(all)}.` : 'There is none yet.';
  throw new CommandError('notFound', `There is no competition "${asked}". ${there}`);
}

const mostNamed = 10;

function listNames(all: readonly Listed[]): string {
  const names = all.slice(0, mostNamed).map(({ id, name }) => `${name} (${id})`);
  return [...names, ...(all.length > mostNamed ? [`${all.length - mostNamed} more`] : [])].join(', ');
}
