// `tenring print COMPETITION DOCUMENT -o FILE`: a document of a running appliance's competition as a PDF.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { PrintView } from '../wire/api-prints.ts';
import { paperNames, printableDocuments, printLanguages } from '../wire/printables.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { findCompetition } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { alreadyThere, standardStream, writeText } from './files.ts';
import { say, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';

interface PrintFlags extends ApplianceFlags {
  readonly output: string;
  readonly paper: string;
  readonly language: readonly string[];
  readonly category?: string;
  readonly session?: string;
  readonly event?: string;
  readonly match?: string;
  readonly places?: string;
  readonly filled?: boolean;
  readonly force?: boolean;
}

export function addPrint(program: Command): void {
  const command = program
    .command('print')
    .description('make a PDF of a running Tenring’s competition: cards, lists, brackets, certificates, the result book')
    .argument('<competition>', 'its id, or a part of its name that no other has')
    .argument('<document>', `one of ${printableDocuments.join(', ')}`)
    .requiredOption('-o, --output <file>', 'where to; - is stdout');
  addApplianceOptions(command)
    .addOption(new Option('--paper <size>', 'size of the paper').choices(paperNames).default('a4'))
    .addOption(
      new Option('--language <language...>', 'language of the words, or two beside each other')
        .choices(printLanguages)
        .default(['en']),
    )
    .option('--category <code>', 'only this category')
    .option('--session <number>', 'scorecards: only the ends of this session')
    .option('--event <id>', 'only this event')
    .option('--match <id>', 'cards of matches: only this one of the event, 3/1 for one')
    .option('--filled', 'cards: with what is scored so far')
    .option('--places <number>', 'certificates: down to this place (3 by default; 0 for all)')
    .option('--force', 'replace a file that is there already')
    .option('--json', 'say what was written as one line of JSON')
    .action(async (competition: string, document: string, flags: PrintFlags) => {
      process.exitCode = await exitCodeOf(() => runPrint(competition, document, flags));
    });
  addExamples(
    command,
    [
      ['tenring print "Spring Cup" scorecards -o cards.pdf', 'a scorecard for every archer'],
      ['tenring print spring qualification --category RM -o rm.pdf', 'the results of one category'],
      ['tenring print spring matchCards --event RM -o rm.pdf', 'a card for each match of an event that can be shot'],
      ['tenring print spring resultBook -o book.pdf', 'everything, with a cover and contents'],
      ['tenring print spring listByTarget --language id en --paper letter -o list.pdf', 'two languages, on Letter'],
    ],
    'The desk’s page Print makes the same documents.',
  );
}

async function runPrint(asked: string, document: string, flags: PrintFlags): Promise<void> {
  const { output: file, force = false } = flags;
  const order = orderOf(document, flags);
  if (file !== standardStream && !force && existsSync(file)) throw alreadyThere(file);
  const { found, pdf } = await asOrganiser(flags, false, async (client) => {
    const chosen = await findCompetition(client, asked);
    const path = `/api/competitions/${encodeURIComponent(chosen.id)}/prints`;
    return { found: chosen, pdf: await whileWaiting(`Printing ${chosen.name}`, print(client, path, order)) };
  });
  await writeText(file, pdf, force);
  if (file === standardStream) return;
  const bytes = pdf.byteLength;
  if (flags.json) await writeData(`${JSON.stringify({ competition: found.id, document, file, bytes })}\n`);
  else say(`${document} of ${found.name} is in ${file} (${bytes} bytes).`);
}

function orderOf(document: string, flags: PrintFlags): string {
  const { paper, language, category, session, event, match, filled, places } = flags;
  if (!printableDocuments.some((each) => each === document)) {
    throw new CommandError(
      'usage',
      `There is no document "${document}": it is one of ${printableDocuments.join(', ')}.`,
    );
  }
  if (language.length > 2) throw new CommandError('usage', '--language takes one language, or two.');
  if (session !== undefined && !/^[1-9]\d{0,2}$/.test(session)) {
    throw new CommandError('usage', `--session has to be a number from 1, not "${session}".`);
  }
  if (places !== undefined && !/^\d{1,3}$/.test(places)) {
    throw new CommandError('usage', `--places has to be a number, not "${places}".`);
  }
  if (match !== undefined && event === undefined) throw new CommandError('usage', '--match needs --event.');
  return JSON.stringify({
    ...{ document, paper, languages: language },
    ...(category === undefined ? {} : { category }),
    ...(session === undefined ? {} : { session: Number(session) }),
    ...(event === undefined ? {} : { event }),
    ...(match === undefined ? {} : { match }),
    ...(filled ? { filled } : {}),
    ...(places === undefined ? {} : { places: Number(places) }),
  });
}

const askEveryMs = 200;

async function print(client: ApplianceClient, path: string, order: string): Promise<Uint8Array> {
  let view: PrintView = JSON.parse(await client.ask('POST', path, { json: order }));
  while (view.state === 'waiting' || view.state === 'working') {
    await sleep(askEveryMs);
    view = JSON.parse(await client.ask('GET', `${path}/${view.id}`));
  }
  if (view.state === 'empty') throw new CommandError('notFound', 'There is nothing to print: no page would be made.');
  if (view.state === 'failed') {
    throw new CommandError('failed', 'The document could not be made. The log of the Tenring says why.');
  }
  const parts: Uint8Array[] = [];
  for await (const part of await client.download(`${path}/${view.id}/pdf`)) parts.push(part);
  return Buffer.concat(parts);
}
