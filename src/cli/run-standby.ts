// A start that stands by: until it is stopped, or takes over.
import type { Config } from '../config/config.ts';
import { exitCodes } from '../config/exit-codes.ts';
import type { Supervision } from '../service/under-systemd.ts';
import { type StandbyAppliance, startStandby } from '../standby-appliance.ts';
import type { Surroundings } from '../starting/surroundings.ts';
import { bold, mention } from './output.ts';

export interface StandbyRun {
  readonly config: Config;
  readonly surroundings: Surroundings;
  readonly signalled: Promise<NodeJS.Signals>;
  readonly supervision: Supervision;
  readonly isJson: boolean;
}

/** The exit code, or `promoted`: everything is closed then, and the appliance is to be started. */
export async function runStandby(run: StandbyRun): Promise<number | 'promoted'> {
  const { signalled, supervision, isJson } = run;
  const standby = await startStandby(run.config, run.surroundings);
  const { ready } = standby;
  mention(isJson ? `${JSON.stringify(ready)}\n` : `${renderStandby(ready)}\n`, process.stdout);
  supervision.ready(standby.vitalSigns);
  const end = await Promise.race([signalled, standby.failed, standby.promoted.then(() => 'promoted' as const)]);
  if (end instanceof Error) mention(`tenring: ${end.message}\n`);
  if (end !== 'promoted') supervision.stopping();
  else if (!isJson) mention('\nTaking over…\n');
  await standby.close();
  if (end === 'promoted') return end;
  return end instanceof Error ? exitCodes.defect : exitCodes.ok;
}

function renderStandby({ version, origins, standbyOf, dataFolder }: StandbyAppliance['ready']): string {
  return [
    '',
    `  ${bold(`Tenring ${version}`, process.stdout)} stands by for ${standbyOf}`,
    '',
    `  How far it is       ${origins[0] ?? ''}`,
    `  To take over        tenring promote --data ${dataFolder}`,
    '',
    `  Everything is kept in ${dataFolder}. Ctrl-C stops it; it goes on where it was at the next start.`,
    '',
  ].join('\n');
}
