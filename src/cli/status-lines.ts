// How the appliance is doing, as lines for a terminal.
import type { PublishingStatus, RelayStatus } from '../wire/api-relay.ts';
import type { StatusView } from '../wire/api-status.ts';
import { bold, plain } from './output.ts';
import { standbyText } from './standby-text.ts';
import { renderTable } from './table.ts';
import { describeBytes, describeDay, describeSpan, describeTime } from './units.ts';

const width = 14;
const number = new Intl.NumberFormat('en-GB');

function line(title: string, text: string): string {
  return `  ${title.padEnd(width)}${plain(text)}`;
}

function competitionLines({ competitions }: StatusView): readonly string[] {
  const open = competitions.filter(({ isClosed }) => !isClosed);
  if (open.length === 0) return ['  No competition yet: make one at the desk, or with tenring events new.'];
  const rows = open.map(({ name, entries, arrows, devices }) => [
    name,
    number.format(entries),
    number.format(arrows),
    `${devices.connected} of ${devices.paired}`,
  ]);
  const columns = [
    { title: 'Competition' },
    { title: 'Archers', align: 'right' },
    { title: 'Arrows', align: 'right' },
    { title: 'Tablets connected', align: 'right' },
  ] as const;
  return renderTable(columns, rows).map((each) => `  ${each}`);
}

function ackText({ acks: { count, medianMs, slowMs, sample } }: StatusView): string {
  if (medianMs === null || slowMs === null) return 'nothing yet';
  return `${medianMs.toFixed(1)} ms as a rule, 99 of 100 within ${slowMs.toFixed(1)} ms (the last ${number.format(sample)} of ${number.format(count)})`;
}

function journalText({ journal: { state, lagFacts } }: StatusView): string {
  const lag = lagFacts === 0 ? 'all archived' : `${number.format(lagFacts)} facts on their way to the archive`;
  return state === 'up' ? `works, ${lag}` : `cannot be reached, ${lag}`;
}

function backupText({ backup, now }: StatusView): string {
  if (!backup || backup.lastAt === null) return 'none since Tenring was started: tenring backup makes one';
  return `${describeSpan(now - backup.lastAt)} ago${backup.lastFile === null ? '' : `, ${backup.lastFile}`}`;
}

const relayStates: Readonly<Record<RelayStatus['state'], string>> = {
  probing: 'being tried',
  up: 'live results get out',
  down: 'not reached, tried again and again; nothing in the venue waits for it',
  throttled: 'Pusher wants fewer messages; the newest results go out when it takes them',
};

const relayTroubles: Readonly<Partial<Record<NonNullable<RelayStatus['why']>, string>>> = {
  refused: 'Pusher refuses: key, secret or this machine’s clock are wrong',
  intercepted:
    'somebody else answers in Pusher’s place: does this network want a log-in? Is this machine’s clock right?',
};

function publishingText({ to, lastAt, files }: PublishingStatus, now: number): string {
  const written = lastAt === null ? 'as they were' : `the last written ${describeSpan(now - lastAt)} ago`;
  return `${number.format(files)} files in ${to}, ${written}`;
}

function relayText(relay: RelayStatus, now: number): string {
  const { state, why, since, usedToday, perDay, waiting } = relay;
  const words = (why && relayTroubles[why]) || relayStates[state];
  const used = `${number.format(usedToday)} of ${number.format(perDay)} messages today`;
  return `${words}, for ${describeSpan(now - since)}; ${used}${waiting === 0 ? '' : `, ${number.format(waiting)} parts wait`}`;
}

function troubleLines({ troubles, backup, certificate, publishing }: StatusView): readonly string[] {
  const all = [
    ...troubles.map(({ message }) => message),
    ...(backup?.trouble ? [`No backup can be made: ${backup.trouble.message}`] : []),
    ...(certificate?.trouble ? [certificate.trouble.message] : []),
    ...(publishing?.trouble ? [`Results are not published: ${publishing.trouble}`] : []),
  ];
  if (all.length === 0) return ['  All is well.'];
  return all.map((message) => `  ${bold('Trouble:', process.stdout)} ${plain(message)}`);
}

/** Without ends of lines. */
export function statusLines(status: StatusView): readonly string[] {
  const { version, now, startedAt, addresses, dataFolder, demo, sockets, archive, disk, memory } = status;
  const [best = '', ...others] = addresses;
  return [
    `${bold(`Tenring ${version}`, process.stdout)}${demo ? ' (demo)' : ''}, up for ${describeSpan(now - startedAt)}, since ${describeTime(startedAt)}`,
    '',
    line('Addresses', best),
    ...others.map((each) => line('', each)),
    line('Kept in', dataFolder),
    '',
    ...competitionLines(status),
    '',
    line('Viewers', number.format(sockets.viewers)),
    line('Tablets', `${number.format(sockets.tablets)} connected`),
    line('Saved within', ackText(status)),
    line('Journal', journalText(status)),
    line('Archive', `${number.format(archive.facts)} facts, ${describeBytes(archive.fileBytes)}`),
    line('Disk', `${describeBytes(disk.freeBytes)} of ${describeBytes(disk.totalBytes)} free`),
    line(
      'Memory',
      `${describeBytes(memory.usedBytes)} used by Tenring, ${describeBytes(memory.freeBytes)} of ${describeBytes(memory.totalBytes)} free`,
    ),
    line('Last backup', backupText(status)),
    ...(status.certificate ? [line('Certificate', `good until ${describeDay(status.certificate.validTo)}`)] : []),
    ...(status.relay ? [line('Internet', relayText(status.relay, status.now))] : []),
    ...(status.publishing ? [line('Web space', publishingText(status.publishing, status.now))] : []),
    ...status.standbys.map((each) => line('Standby', `${each.name}: ${standbyText(each, status.now)}`)),
    '',
    ...troubleLines(status),
  ];
}
