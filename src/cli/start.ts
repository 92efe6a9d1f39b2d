// `tenring start`: starts the appliance, says where it is, and stops it in order on Ctrl-C or SIGTERM.
import { type Appliance, startAppliance } from '../appliance.ts';
import { ConfigError, type RawSettings, readConfig } from '../config/config.ts';
import { exitCodes } from '../config/exit-codes.ts';
import { sizesFor } from '../config/sizes.ts';
import { StartError } from '../config/start-error.ts';
import { thisMachine } from '../config/this-machine.ts';
import { systemClock } from '../kit/clock.ts';
import { takeMemory } from '../service/take-memory.ts';
import { openSupervision, type Supervision } from '../service/under-systemd.ts';
import { isToFollow } from '../standby/open-role.ts';
import { renderBanner } from './banner.ts';
import { createLog, mention } from './output.ts';
import { runStandby } from './run-standby.ts';

export type StartFlags = RawSettings & { readonly json?: boolean };

function complain(message: string) {
  mention(`tenring: ${message}\n`);
}

/** Resolves at the first signal, also at one that comes while the appliance is still starting: it is stopped in order then, too. */
function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked += 1;
        if (asked === 1) resolve(signal);
        // A terminal and npm may both deliver the first Ctrl-C; the third one means it.
        else if (asked > 2) process.exit(exitCodes.failed);
      });
    }
  });
}

/** Undefined where it is no failure that a person is told about in one line. */
function exitFor(error: unknown): number | undefined {
  if (error instanceof ConfigError) return exitCodes.usage;
  return error instanceof StartError ? exitCodes[error.exit] : undefined;
}

/** The exit code. */
export async function runStart(flags: StartFlags): Promise<number> {
  const beganAt = performance.now();
  let supervision: Supervision | undefined;
  try {
    const config = readConfig(flags, process.env);
    takeMemory(sizesFor(thisMachine(), config));
    const signalled = waitForSignal();
    const surroundings = { log: createLog(config.logLevel), clock: systemClock };
    supervision = openSupervision(process.env, surroundings);
    if (isToFollow(config)) {
      const run = { config, surroundings, signalled, supervision, isJson: flags.json === true };
      const end = await runStandby(run);
      if (end !== 'promoted') return end;
    }
    const appliance = await startAppliance(config, surroundings);
    const ready = { ...appliance.ready, startedInMs: Math.round(performance.now() - beganAt) };
    mention(flags.json ? `${JSON.stringify(ready)}\n` : `${renderBanner(ready)}\n`, process.stdout);
    supervision.ready(appliance.vitalSigns);
    return await runUntilEnd(appliance, { signalled, supervision, isQuiet: flags.json === true });
  } catch (error) {
    const exit = exitFor(error);
    if (exit === undefined || !(error instanceof Error)) throw error;
    complain(error.message);
    return exit;
  } finally {
    await supervision?.ended();
  }
}

interface Run {
  readonly signalled: Promise<NodeJS.Signals>;
  readonly supervision: Supervision;
  readonly isQuiet: boolean;
}

async function runUntilEnd(appliance: Appliance, { signalled, supervision, isQuiet }: Run): Promise<number> {
  const end = await Promise.race([signalled, appliance.failed]);
  if (end instanceof Error) complain(end.message);
  else if (!isQuiet) mention('\nStopping…\n');
  supervision.stopping();
  await appliance.close();
  if (end instanceof Error) return exitCodes.defect;
  if (!isQuiet) mention('Stopped. Everything that was shown as saved is on disk.\n');
  return exitCodes.ok;
}
