// `tenring loadtest`: what this machine carries, tried on Friday: simulated tablets and viewers against an appliance of the test's own,
// or against one that runs elsewhere.
import type { Command } from 'commander';
import { nearestFolder } from '../doctor/probe-disk.ts';
import { systemClock } from '../kit/clock.ts';
import type { LoadFigures } from '../simulator/load/load-figures.ts';
import { judgeLoad } from '../simulator/load/verdict.ts';
import type { Bootstrap } from '../wire/api-access.ts';
import { checkUrl, withOrganiser } from './appliance-client.ts';
import { dataFolderOf } from './appliance-options.ts';
import { askForYes } from './ask-for-yes.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { addExamples } from './examples.ts';
import { failureOf } from './files.ts';
import { figureLines, runningLines, verdictLines } from './loadtest-lines.ts';
import { describePlan, type LoadtestPlan, type PlanFlags, planOf } from './loadtest-plan.ts';
import { say, writeData } from './output.ts';
import { openOwnAppliance } from './own-appliance.ts';
import { whileWaiting } from './progress.ts';
import { readPassword } from './read-password.ts';
import { redrawn } from './redrawn.ts';
import { type RunOptions, runLoad } from './run-load.ts';

interface LoadtestFlags extends PlanFlags {
  readonly data?: string;
  readonly url?: string;
  readonly passwordFile?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function addLoadtest(program: Command): void {
  const command = program
    .command('loadtest')
    .description('try what this machine carries: simulated tablets and viewers, figures, a verdict');
  command
    .option('--tablets <n>', 'tablets that score', '60')
    .option('--archers-per-tablet <n>', 'archers at each of them', '4')
    .option('--viewers <n>', 'screens and phones that watch', '200')
    .option('--minutes <n>', 'how long', '2')
    .option('--rate <ends/s>', 'ends a second in all; by default each archer’s next one every four minutes')
    .option('--whistle-every <seconds>', 'how often everybody sends an end within two seconds; 0: never', '30')
    .option('--data <folder>', 'the disk of this folder is tried; the data in it are not touched (env TENRING_DATA)')
    .option('--url <address>', 'a Tenring that runs elsewhere: needs the organiser’s password, and asks first')
    .option('--password-file <file>', 'file with that password; without it, it is asked for or read from stdin')
    .option('--yes', 'nothing is asked')
    .option('--json', 'figures and verdict as one object of JSON')
    .action(async (flags: LoadtestFlags) => {
      process.exitCode = await exitCodeOf(() => runLoadtest(flags));
    });
  addExamples(
    command,
    [
      ['tenring loadtest', 'a club’s day: 60 tablets, 240 archers, 200 viewers, for two minutes'],
      ['tenring loadtest --tablets 120 --viewers 800 --minutes 5', 'a large one'],
      ['tenring loadtest --url http://192.168.1.5:8000', 'from a laptop against the mini-PC, over the network'],
    ],
    'Exit code 1 where scores are saved after more than 250 ms or on screens after more than 100 ms (99 of 100).\nWi-Fi cannot be tried from here. tenring doctor looks at the machine itself.',
  );
}

async function runLoadtest(flags: LoadtestFlags): Promise<void> {
  const plan = planOf(flags);
  if (flags.url !== undefined && flags.data !== undefined)
    throw new CommandError(
      'usage',
      '--data is for this machine’s disk, --url for a Tenring elsewhere: give one of them.',
    );
  const stop = new AbortController();
  const stopped = () => stop.abort(new CommandError('failed', 'Stopped. Nothing of the test is left.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopped);
  const drawing = redrawn(process.stderr);
  const options: RunOptions = {
    plan,
    name: `Load test ${new Date().toISOString().slice(0, 19).replace('T', ' ')}`,
    clock: systemClock,
    signal: stop.signal,
    show: (elapsedMs, figures) => drawing.draw(runningLines(elapsedMs, plan.shape.seconds * 1_000, figures)),
  };
  try {
    const figures =
      flags.url === undefined ? await tryHere(flags, options, stop) : await tryThere(flags.url, flags, options);
    drawing.clear();
    await tell(figures, flags.json === true);
  } finally {
    drawing.clear();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, stopped);
  }
}

async function tell(figures: LoadFigures, json: boolean): Promise<void> {
  const verdict = judgeLoad(figures);
  const lines = [...figureLines(figures), ...verdictLines(verdict)];
  await writeData(json ? `${JSON.stringify({ verdict, figures })}\n` : `${lines.join('\n')}\n`);
  if (!verdict.enough) throw new CommandError('failed', 'This is not enough: see above.');
}

async function tryHere(flags: LoadtestFlags, options: RunOptions, stop: AbortController): Promise<LoadFigures> {
  const folder = dataFolderOf(flags);
  const isRunning = (await findControlClient(folder).catch(() => undefined)) !== undefined;
  if (isRunning && flags.yes !== true)
    throw new CommandError(
      'inUse',
      `A Tenring runs in ${folder} and would be slowed down. Stop it first, or say --yes.`,
    );
  say(`${describePlan(options.plan)}. In an appliance of its own: no data of yours are touched.`);
  const starting = openOwnAppliance(nearestFolder(folder), '.tenring-loadtest-').catch((error: unknown) => {
    throw error instanceof CommandError ? error : failureOf(folder, error);
  });
  const own = await whileWaiting('Starting an appliance', starting);
  let isOver = false;
  void own.ended.then((words) => {
    if (!isOver) stop.abort(new CommandError('failed', `The appliance of this test ended by itself: ${words}`));
  });
  try {
    const { client, realtimePort } = own;
    return await runLoad({ client, realtimeOrigin: `ws://127.0.0.1:${realtimePort}`, folder: own.folder }, options);
  } finally {
    isOver = true;
    await own.close();
  }
}

async function tryThere(address: string, flags: LoadtestFlags, options: RunOptions): Promise<LoadFigures> {
  const url = checkUrl(address);
  const { plan, name } = options;
  await confirmed(url, plan, name, flags);
  const password = await readPassword(flags.passwordFile, false);
  return withOrganiser(url, password, async (client) => {
    const { realtimePort }: Bootstrap = JSON.parse(await client.ask('GET', '/api/bootstrap'));
    const scheme = url.protocol === 'https:' ? 'wss' : 'ws';
    return runLoad(
      { client, realtimeOrigin: `${scheme}://${url.hostname}:${realtimePort}`, folder: undefined },
      options,
    );
  });
}

async function confirmed({ origin }: URL, plan: LoadtestPlan, name: string, { yes }: LoadtestFlags): Promise<void> {
  say(`On ${origin} a competition "${name}" is made, scored, and deleted again.`);
  say(`${describePlan(plan)}. Whoever scores or watches there meanwhile is slowed down.`);
  if (yes !== true) await askForYes('Nothing is done.');
}
