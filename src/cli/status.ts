// `tenring status`: how a running appliance is doing; on a terminal anew every second.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { StatusView } from '../wire/api-status.ts';
import type { ApplianceClient } from './appliance-client.ts';
import { type ApplianceFlags, addApplianceOptions, asOrganiser } from './appliance-options.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { addExamples } from './examples.ts';
import { plain, writeData } from './output.ts';
import { statusLines } from './status-lines.ts';

interface StatusFlags extends ApplianceFlags {
  readonly once?: boolean;
}

export function addStatus(program: Command): void {
  const command = program
    .command('status')
    .description('how a running Tenring is doing: competitions, tablets, disk, trouble');
  addApplianceOptions(command)
    .option('--once', 'print it once, also on a terminal, where it is otherwise drawn anew every second until Ctrl-C')
    .option('--json', 'print it once, as one line of JSON')
    .action(async (flags: StatusFlags) => {
      process.exitCode = await exitCodeOf(() => runStatus(flags));
    });
  addExamples(
    command,
    [
      ['tenring status', 'watch it; Ctrl-C ends watching, not Tenring'],
      ['tenring status --once', 'one look'],
      ['tenring status --json --data /srv/tenring', 'for a script'],
    ],
    'When something is wrong, tenring doctor says what to do.',
  );
}

async function runStatus(flags: StatusFlags): Promise<void> {
  const isLive = !flags.once && !flags.json && process.stdout.isTTY && process.env.TERM !== 'dumb';
  await asOrganiser(flags, false, async (client) => {
    if (isLive) return watch(client);
    const status = await look(client);
    await writeData(flags.json ? `${JSON.stringify(status)}\n` : `${statusLines(status).join('\n')}\n`);
  });
}

async function look(client: ApplianceClient): Promise<StatusView> {
  return JSON.parse(await client.ask('GET', '/api/status'));
}

const [screenAnew, home, restOfLine, restOfScreen] = ['\u001b[2J', '\u001b[H', '\u001b[K', '\u001b[J'];

/** Until Ctrl-C. An appliance that stops and starts again is waited for. */
async function watch(client: ApplianceClient): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  let lines = statusLines(await look(client));
  await writeData(screenAnew);
  while (!stop.signal.aborted) {
    await writeData(`${home}${[...lines, '', '  Ctrl-C ends this view.', ''].join(`${restOfLine}\n`)}${restOfScreen}`);
    await sleep(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
    if (!stop.signal.aborted) lines = await lookAgain(client, lines);
  }
}

const silence = '  No answer: ';

async function lookAgain(client: ApplianceClient, before: readonly string[]): Promise<readonly string[]> {
  try {
    return statusLines(await look(client));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [...before.filter((line) => !line.startsWith(silence)), `${silence}${plain(error.message)}`];
  }
}
