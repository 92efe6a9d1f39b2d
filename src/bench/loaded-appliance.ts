// The appliance under load, in a process of its own: real Redis with fsync, real archive, real sockets, an invented field of archers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startAppliance } from '../appliance.ts';
import { type RawSettings, readConfig } from '../config/config.ts';
import type { NewEntry } from '../domain/commands.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import type { LoadTablet } from '../simulator/load/load-tablets.ts';
import { createCommandId } from '../wire/command-id.ts';

export interface FieldPlan {
  readonly dataFolder: string;
  readonly boards: number;
  readonly tablets: number;
  readonly archersPerTablet: number;
  readonly settings: RawSettings;
}

export interface FieldReady {
  readonly realtimePort: number;
  readonly httpOrigin: string;
  readonly competition: string;
  readonly categories: readonly string[];
  readonly tablets: readonly LoadTablet[];
}

export interface FieldUsage {
  readonly cpuSeconds: number;
  readonly appMegabytes: number;
  readonly redisMegabytes: number;
}

const competition = 'bench';
const system = { role: 'system' } as const;
const context = () => ({ commandId: createCommandId(), at: Date.now(), actor: system });

function megabytesOfProcess(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

async function start(plan: FieldPlan) {
  const config = readConfig(
    { ...plan.settings, data: plan.dataFolder, host: '127.0.0.1', port: 0, realtimePort: 0, logLevel: 'error' },
    {},
  );
  const appliance = await startAppliance(config, { log: silentLog, clock: systemClock });
  const { intake } = appliance;
  const categories = Array.from({ length: plan.boards }, (_, index) => ({
    code: `B${index + 1}`,
    name: `Board ${index + 1}`,
    roundId: 'wa720-70',
  }));
  const day = new Date().toISOString().slice(0, 10);
  const created = {
    kind: 'createCompetition',
    name: 'Bench',
    venue: '',
    from: day,
    to: day,
    discipline: 'outdoor',
    ruleSetId: 'wa-2026',
  } as const;
  await intake.submit(competition, created, context());
  const entries: NewEntry[] = [];
  for (let tablet = 0; tablet < plan.tablets; tablet += 1) {
    for (let archer = 0; archer < plan.archersPerTablet; archer += 1) {
      const category = categories[tablet % plan.boards]?.code ?? '';
      const target = { butt: tablet + 1, letter: 'ABCDEFGH'[archer] ?? 'A' };
      entries.push({ name: `Archer ${tablet + 1}${target.letter}`, club: `Club ${tablet % 40}`, category, target });
    }
  }
  const outcome = await intake.submit(competition, { kind: 'importEntries', categories, entries }, context());
  if (outcome.kind !== 'accepted') throw new Error(`The field was not accepted: ${JSON.stringify(outcome)}`);
  const tablets: LoadTablet[] = [];
  for (let tablet = 0; tablet < plan.tablets; tablet += 1) {
    const device = `tablet-${tablet + 1}`;
    const token = `token-${tablet + 1}`;
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await intake.submit(
      competition,
      { kind: 'pairDevice', device, butt: tablet + 1, tokenHash, label: device },
      context(),
    );
    const first = tablet * plan.archersPerTablet + 1;
    tablets.push({
      credentials: { competition, device, token },
      butt: tablet + 1,
      entries: Array.from({ length: plan.archersPerTablet }, (_, index) => first + index),
    });
  }
  const ready: FieldReady = {
    realtimePort: appliance.ready.realtimePort,
    httpOrigin: appliance.ready.origins[0] ?? '',
    competition,
    categories: categories.map(({ code }) => code),
    tablets,
  };
  let cpuBefore = process.cpuUsage();
  process.on('message', (message: 'measure' | 'report' | 'stop') => {
    if (message === 'measure') cpuBefore = process.cpuUsage();
    if (message === 'report') {
      const { user, system: inKernel } = process.cpuUsage(cpuBefore);
      const usage: FieldUsage = {
        cpuSeconds: (user + inKernel) / 1e6,
        appMegabytes: megabytesOfProcess(process.pid),
        redisMegabytes: megabytesOfProcess(appliance.redisProcessId()),
      };
      process.send?.(usage);
    }
    if (message === 'stop') appliance.close().then(() => process.exit(0));
  });
  process.send?.(ready);
}

process.once('message', (plan: FieldPlan) => {
  start(plan).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
