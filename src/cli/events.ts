// `tenring events`: the competitions of a running Tenring: list, show, make, archive, reopen, delete.
import { type Command, Option } from 'commander';
import { disciplines } from '../domain/rounds/round.ts';
import { ruleSetOfYear } from '../domain/rule-sets.ts';
import type { CompetitionView, NewCompetition } from '../wire/api-competitions.ts';
import { createCommandId } from '../wire/command-id.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { askLine } from './ask-line.ts';
import { findCompetition, listCompetitions } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { competitionLines, competitionTable, isShown } from './event-lines.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { today } from './units.ts';

const which = 'its id, or a part of its name that no other has';

export function addEvents(program: Command): void {
  const events = program
    .command('events')
    .description('competitions: list, show, make, archive, reopen, delete')
    .helpCommand(false);
  addExamples(events, [['tenring events list', 'what there is']]);
  addList(events);
  addShow(events);
  addNew(events);
  addClosing(events, 'archive');
  addClosing(events, 'reopen');
  addDelete(events);
}

function act<Flags>(run: (flags: Flags) => Promise<void>) {
  return async (flags: Flags) => {
    process.exitCode = await exitCodeOf(() => run(flags));
  };
}

function actOn<Flags>(run: (argument: string, flags: Flags) => Promise<void>) {
  return async (argument: string, flags: Flags) => {
    process.exitCode = await exitCodeOf(() => run(argument, flags));
  };
}

const pathOf = ({ id }: Pick<CompetitionView, 'id'>) => `/api/competitions/${encodeURIComponent(id)}`;

function addList(events: Command): void {
  const command = events.command('list').description('competitions with their days, archers and state');
  addApplianceOptions(command)
    .option('--all', 'archived ones too')
    .option('--json', 'an array of JSON instead of a table')
    .action(
      act(async (flags: ApplianceFlags & { readonly all?: boolean }) => {
        const all = await asOrganiser(flags, false, listCompetitions);
        const shown = all.filter((each) => isShown(each, flags.all === true));
        const archived = all.length - shown.length;
        await writeData(flags.json ? `${JSON.stringify(shown)}\n` : `${competitionTable(shown, today()).join('\n')}\n`);
        if (archived > 0 && !flags.json) say(`${archived} archived: tenring events list --all shows them.`);
      }),
    );
  addExamples(command, [
    ['tenring events list', 'those that are not archived'],
    ['tenring events list --all --json', 'all of them, for a script'],
  ]);
}

function addShow(events: Command): void {
  const command = events
    .command('show')
    .description('one competition, with its categories')
    .argument('<competition>', which);
  addApplianceOptions(command)
    .option('--json', 'one object of JSON')
    .action(
      actOn(async (asked: string, flags: ApplianceFlags) => {
        const found = await asOrganiser(flags, false, (client) => findCompetition(client, asked));
        await writeData(flags.json ? `${JSON.stringify(found)}\n` : `${competitionLines(found, today()).join('\n')}\n`);
      }),
    );
  addExamples(command, [['tenring events show spring', 'the one with spring in its name']]);
}

interface NewFlags extends ApplianceFlags {
  readonly from?: string;
  readonly to?: string;
  readonly venue?: string;
  readonly discipline: NewCompetition['discipline'];
  readonly rules?: string;
}

function addNew(events: Command): void {
  const command = events.command('new').description('make a competition').argument('<name>', 'what it is called');
  addApplianceOptions(command)
    .option('--from <day>', 'first day, yyyy-mm-dd; today by default')
    .option('--to <day>', 'last day; the first by default')
    .option('--venue <place>', 'where')
    .addOption(new Option('--discipline <name>', 'what is shot').choices([...disciplines]).default('outdoor'))
    .option('--rules <id>', 'rule set; that of the first day by default')
    .option('--json', 'print the competition as one line of JSON instead of its id')
    .action(actOn(runNew));
  addExamples(
    command,
    [
      ['tenring events new "Spring Cup"', 'today'],
      [
        'tenring events new "Hall 18 m" --from 2026-12-05 --to 2026-12-06 --venue Depok --discipline indoor',
        'all of it',
      ],
    ],
    'Archers come next: at the desk, or from a list with tenring import.',
  );
}

async function runNew(name: string, flags: NewFlags): Promise<void> {
  const from = flags.from ?? today();
  const { to = from, venue = '', discipline, rules: ruleSetId = ruleSetOfYear(from) } = flags;
  const asked: NewCompetition = { name, venue, from, to, discipline, ruleSetId };
  const made: CompetitionView = await asOrganiser(flags, false, async (client) =>
    JSON.parse(
      await client.ask('POST', '/api/competitions', { json: JSON.stringify(asked), commandId: createCommandId() }),
    ),
  );
  await writeData(`${flags.json ? JSON.stringify(made) : made.id}\n`);
  if (!flags.json) say(`${made.name} is made. Archers come next: at the desk.`);
}

const closings = {
  archive: {
    does: 'keep a competition, out of the lists; nothing in it can be changed until it is reopened',
    done: 'is archived. tenring events reopen takes that back.',
    next: 'tenring events list --all shows archived ones too.',
  },
  reopen: {
    does: 'take an archived competition back among those that are on',
    done: 'is open again.',
    next: 'Tablets that were joined can score in it again.',
  },
} as const;

function addClosing(events: Command, way: keyof typeof closings): void {
  const { does, done, next } = closings[way];
  const command = events.command(way).description(does).argument('<competition>', which);
  addApplianceOptions(command)
    .option('--json', 'print the competition as one line of JSON')
    .action(
      actOn(async (asked: string, flags: ApplianceFlags) => {
        const changed = await asOrganiser(flags, false, async (client) => {
          const path = `${pathOf(await findCompetition(client, asked))}/closed`;
          const answer =
            way === 'archive' ? await client.ask('PUT', path, { json: '{}' }) : await client.ask('DELETE', path);
          return JSON.parse(answer) as CompetitionView;
        });
        if (flags.json) await writeData(`${JSON.stringify(changed)}\n`);
        else say(`${changed.name} ${done}`);
      }),
    );
  addExamples(command, [[`tenring events ${way} "Spring Cup"`, 'by its name']], next);
}

function addDelete(events: Command): void {
  const command = events
    .command('delete')
    .description('delete a competition for good, with every arrow in it; asks for its name')
    .argument('<competition>', which);
  addApplianceOptions(command)
    .option('--yes <name>', 'its whole name, for scripts: nothing is asked then')
    .option('--json', 'say what was deleted as one line of JSON')
    .action(actOn(runDelete));
  addExamples(
    command,
    [
      ['tenring events delete "Trial run"', 'asks for the name once more'],
      ['tenring events delete k3nmv5qy --yes "Trial run" --json', 'in a script'],
    ],
    'Nothing brings it back but a backup: tenring backup makes one, tenring export writes this competition into a file.\nTo keep it out of the way only: tenring events archive.',
  );
}

async function runDelete(asked: string, flags: ApplianceFlags & { readonly yes?: string }): Promise<void> {
  if (flags.yes === undefined && !process.stdin.isTTY)
    throw new CommandError('usage', 'Nobody is there to be asked: give its whole name with --yes.');
  const found = await asOrganiser(flags, false, async (client) => {
    const chosen = await findCompetition(client, asked);
    const name = flags.yes ?? (await askName(chosen));
    if (name.trim() !== chosen.name)
      throw new CommandError('failed', `"${name.trim()}" is not the name of ${chosen.name}: nothing is deleted.`);
    await remove(client, chosen);
    return chosen;
  });
  if (flags.json) await writeData(`${JSON.stringify({ id: found.id, name: found.name, deleted: true })}\n`);
  else say(`${found.name} is deleted.`);
}

async function remove(client: ApplianceClient, { id, name }: CompetitionView): Promise<void> {
  await client.ask('DELETE', pathOf({ id }), { json: JSON.stringify({ name }) });
}

async function askName({ name, entryCount }: CompetitionView): Promise<string> {
  say(`${name} goes for good, with ${entryCount} archers and all that they shot.`);
  say('Only a backup brings it back (tenring backup makes one); tenring events archive keeps it out of the way.');
  return askLine('Type its name to delete it: ');
}
