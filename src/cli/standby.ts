// `tenring standby`: the machines that follow this one, a code for another one, and one that may follow no more.
import type { Command } from 'commander';
import type { Bootstrap } from '../wire/api-access.ts';
import type { StandbyCode, StandbyView } from '../wire/api-standby.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { plain, say, writeData } from './output.ts';
import { standbyText } from './standby-text.ts';
import { renderTable } from './table.ts';

export function addStandby(program: Command): void {
  const standby = program
    .command('standby')
    .description('machines that follow this one, ready to take over: list them, let one in, shut one out')
    .helpCommand(false);
  addExamples(
    standby,
    [
      ['tenring standby code', 'a code for a second machine; it says how to go on there'],
      ['tenring standby list', 'how far they are'],
    ],
    'On the second machine: tenring start --follow ADDRESS --follow-code CODE, and if need be tenring promote.',
  );
  addList(standby);
  addCode(standby);
  addRemove(standby);
}

function addList(standby: Command): void {
  const command = standby.command('list').description('machines that follow this one, and how far they are');
  addApplianceOptions(command)
    .option('--json', 'an array of JSON instead of a table')
    .action(async (flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(async () => {
        const all = await asOrganiser(flags, false, listStandbys);
        const text = flags.json ? JSON.stringify(all) : standbyLines(all, Date.now()).join('\n');
        await writeData(`${text}\n`);
      });
    });
  addExamples(command, [['tenring standby list', 'what it says to have is on its disk']]);
}

function addCode(standby: Command): void {
  const command = standby.command('code').description('print a code by which one machine may follow this one');
  addApplianceOptions(command)
    .option('--json', 'one line of JSON')
    .action(async (flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(() => printCode(flags));
    });
  addExamples(command, [['tenring standby code', 'good once, for half an hour']]);
}

async function printCode(flags: ApplianceFlags): Promise<void> {
  const { made, follow } = await asOrganiser(flags, false, async (client) => {
    const code: StandbyCode = JSON.parse(await client.ask('POST', '/api/standbys/code'));
    const bootstrap: Bootstrap = JSON.parse(await client.ask('GET', '/api/bootstrap'));
    return { made: code, follow: followFlags(bootstrap) };
  });
  await writeData(flags.json ? `${JSON.stringify(made)}\n` : `${made.code}\n`);
  if (flags.json) return;
  const minutes = made.expiresInSeconds / 60;
  say(`Good for one machine, for ${minutes} minutes. There: tenring start ${follow} --follow-code ${made.code}`);
}

/** By https where there is any: then nobody on the network can read along, and the standby has to answer by https too. */
export function followFlags({
  addresses: [plain = 'ADDRESS'],
  secure,
}: Pick<Bootstrap, 'addresses' | 'secure'>): string {
  if (!secure || !URL.canParse(plain)) return `--follow ${plain}`;
  return `--follow https://${new URL(plain).hostname}:${secure.port} --tls`;
}

function addRemove(standby: Command): void {
  const command = standby
    .command('remove')
    .description('a machine may follow no more; what it has stays there')
    .argument('<standby>', 'its id, or its name where no other has it');
  addApplianceOptions(command)
    .option('--json', 'say which one as one line of JSON')
    .action(async (asked: string, flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(() => removeStandby(asked, flags));
    });
  addExamples(command, [['tenring standby remove mini-2', 'by its name']]);
}

async function removeStandby(asked: string, flags: ApplianceFlags): Promise<void> {
  const { id, name } = await asOrganiser(flags, false, async (client) => {
    const found = chooseStandby(await listStandbys(client), asked);
    await client.ask('DELETE', `/api/standbys/${encodeURIComponent(found.id)}`);
    return found;
  });
  if (flags.json) await writeData(`${JSON.stringify({ id, name, removed: true })}\n`);
  else say(`${name} follows no more. It could still take over by hand: delete its folder where it should not.`);
}

async function listStandbys(client: { ask(method: 'GET', path: string): Promise<string> }) {
  const { standbys }: { readonly standbys: readonly StandbyView[] } = JSON.parse(
    await client.ask('GET', '/api/standbys'),
  );
  return standbys;
}

export function chooseStandby(all: readonly StandbyView[], asked: string): StandbyView {
  const byId = all.filter(({ id }) => id === asked);
  const found = byId.length > 0 ? byId : all.filter(({ name }) => name.toLowerCase() === asked.trim().toLowerCase());
  const [first, ...others] = found;
  if (!first) throw new CommandError('notFound', `There is no standby "${asked}": tenring standby list shows them.`);
  if (others.length > 0)
    throw new CommandError('notFound', `Several machines are called ${asked}: give the id (tenring standby list).`);
  return first;
}

export function standbyLines(all: readonly StandbyView[], now: number): readonly string[] {
  if (all.length === 0) return ['No machine follows this one: tenring standby code lets one in.'];
  return renderTable(
    [{ title: 'Name' }, { title: 'Id' }, { title: 'Address' }, { title: 'State' }],
    all.map((each) => [plain(each.name), each.id, each.origin ?? '', standbyText(each, now)]),
  );
}
