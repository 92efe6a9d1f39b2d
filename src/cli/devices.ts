// `tenring devices list` and `revoke`: the tablets of one competition or of all.
import type { Command } from 'commander';
import type { DeviceView } from '../wire/api-targets.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { findCompetition, listCompetitions } from './choose-competition.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { say, writeData } from './output.ts';
import { renderTable } from './table.ts';

interface DevicesFlags extends ApplianceFlags {
  readonly event?: string;
}

/** A device and the competition that it scores in. */
export interface ListedDevice extends DeviceView {
  readonly competition: string;
  readonly competitionName: string;
}

export function addDevices(program: Command): void {
  const devices = program
    .command('devices')
    .description('tablets that may score: list them, revoke one')
    .helpCommand(false);
  addExamples(devices, [['tenring devices list', 'which tablets there are, and which are connected']]);
  addList(devices);
  addRevoke(devices);
}

function addList(devices: Command): void {
  const command = devices
    .command('list')
    .description('tablets of a competition, or of all, with what they are connected to')
    .argument('[competition]', 'its id, or a part of its name that no other has');
  addApplianceOptions(command)
    .option('--json', 'an array of JSON instead of a table')
    .action(async (competition: string | undefined, flags: ApplianceFlags) => {
      process.exitCode = await exitCodeOf(async () => {
        const all = await asOrganiser(flags, false, (client) => listDevices(client, competition));
        await writeData(flags.json ? `${JSON.stringify(all)}\n` : `${deviceLines(all).join('\n')}\n`);
      });
    });
  addExamples(
    command,
    [
      ['tenring devices list', 'of all competitions'],
      ['tenring devices list "Spring Cup"', 'of one'],
    ],
    'A lost tablet is shut out with tenring devices revoke.',
  );
}

function addRevoke(devices: Command): void {
  const command = devices
    .command('revoke')
    .description('shut a tablet out; what it has sent stays')
    .argument('<device>', 'its id, or its name where no other has it');
  addApplianceOptions(command)
    .option('--event <competition>', 'look only in this competition')
    .option('--json', 'print the tablet as one line of JSON')
    .action(async (device: string, flags: DevicesFlags) => {
      process.exitCode = await exitCodeOf(() => runRevoke(device, flags));
    });
  addExamples(
    command,
    [
      ['tenring devices revoke "Target 5"', 'by its name'],
      ['tenring devices revoke k3nmv5qyx2aabbcc', 'by its id'],
    ],
    'It can score again once somebody scans the QR code of a target with it.',
  );
}

async function runRevoke(asked: string, flags: DevicesFlags): Promise<void> {
  const found = await asOrganiser(flags, false, async (client) => {
    const device = chooseDevice(await listDevices(client, flags.event), asked);
    const path = `/api/competitions/${encodeURIComponent(device.competition)}/devices/${encodeURIComponent(device.id)}`;
    await client.ask('DELETE', path);
    return device;
  });
  if (flags.json) await writeData(`${JSON.stringify({ ...found, online: false, revoked: true })}\n`);
  else
    say(
      `${nameOf(found)} of ${found.competitionName} is shut out. To let it in again, scan a target’s QR code with it.`,
    );
}

async function listDevices(client: ApplianceClient, competition: string | undefined): Promise<readonly ListedDevice[]> {
  const chosen =
    competition === undefined ? await listCompetitions(client) : [await findCompetition(client, competition)];
  const lists = chosen.map(async ({ id, name }) => {
    const devices: readonly DeviceView[] = JSON.parse(
      await client.ask('GET', `/api/competitions/${encodeURIComponent(id)}/devices`),
    );
    return devices.map((device) => ({ competition: id, competitionName: name, ...device }));
  });
  return (await Promise.all(lists)).flat();
}

function nameOf({ label, id }: Pick<DeviceView, 'label' | 'id'>): string {
  return label === '' ? id : `${label} (${id})`;
}

/** Among those that are not shut out yet. Throws CommandError where none is meant, or several may be. */
export function chooseDevice(all: readonly ListedDevice[], asked: string): ListedDevice {
  const active = all.filter(({ revoked }) => !revoked);
  const wanted = asked.trim().toLowerCase();
  const byId = active.filter(({ id }) => id === asked);
  const found = byId.length > 0 ? byId : active.filter(({ label }) => label.toLowerCase() === wanted);
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first) {
    const names = found.map((each) => `${nameOf(each)} in ${each.competitionName}`).join(', ');
    throw new CommandError('notFound', `"${asked}" may be ${names}: give the id, and --event where it is in several.`);
  }
  if (all.some(({ id, label }) => id === asked || label.toLowerCase() === wanted))
    throw new CommandError('notFound', `${asked} is shut out already.`);
  throw new CommandError('notFound', `There is no tablet "${asked}": tenring devices list shows them.`);
}

export function deviceLines(all: readonly ListedDevice[]): readonly string[] {
  if (all.length === 0) return ['No tablet has joined yet: scan the QR code of a target with one.'];
  const columns = [
    { title: 'Competition' },
    { title: 'Target', align: 'right' },
    { title: 'Name' },
    { title: 'Id' },
    { title: 'Card' },
    { title: 'State' },
  ] as const;
  return renderTable(
    columns,
    all.map(({ competitionName, butt, label, id, card, online, revoked }) => [
      competitionName,
      String(butt),
      label,
      id,
      card === 'second' ? 'second' : '',
      revoked ? 'shut out' : online ? 'connected' : 'away',
    ]),
  );
}
