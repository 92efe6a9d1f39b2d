// `tenring doctor`: looks at the machine, with or without a Tenring that runs on it, and says of each thing how it is and what to do.
import type { Command } from 'commander';
import { readState } from '../backup/schedule-state.ts';
import { type Config, ConfigError, type RawSettings, readConfig } from '../config/config.ts';
import { sizesFor } from '../config/sizes.ts';
import { thisMachine } from '../config/this-machine.ts';
import { type Finding, ok } from '../doctor/finding.ts';
import { judgeFileSystem, judgeFolder, judgeSpace, judgeSync } from '../doctor/judge-disk.ts';
import { judgeClock, judgeMemory, judgeNetwork, judgePort } from '../doctor/judge-machine.ts';
import { judgeAuthority, judgeBackup, judgeCertificate, judgeRedis, judgeRunning } from '../doctor/judge-parts.ts';
import { probeDisk, probeFolder, probeSync } from '../doctor/probe-disk.ts';
import { probeClock, probeFreeMemory, probeNetwork, probePort } from '../doctor/probe-machine.ts';
import { probeAuthority, probeCertificate, probeRedis } from '../doctor/probe-parts.ts';
import { readVersion } from '../kit/installation.ts';
import type { StatusView } from '../wire/api-status.ts';
import { CommandError, exitCodeOf } from './command-error.ts';
import { findControlClient } from './control-client.ts';
import { addExamples } from './examples.ts';
import { bold, plain, writeData } from './output.ts';
import { whileWaiting } from './progress.ts';
import { addSettings } from './settings-options.ts';

type DoctorFlags = RawSettings & { readonly json?: boolean };

export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('look at this machine: disk, clock, ports, memory, network, backups, and say what to do');
  addSettings(command)
    .option('--json', 'one object of JSON')
    .action(async (flags: DoctorFlags) => {
      process.exitCode = await exitCodeOf(() => runDoctor(flags));
    });
  addExamples(
    command,
    [
      ['tenring doctor', 'on the day before; also while it runs'],
      ['tenring doctor --port 80 --tls', 'with the flags that start is going to get'],
      ['sudo tenring doctor --data /var/lib/tenring', 'of the service'],
    ],
    'Exit code 1 where something is bad. tenring loadtest shows what this machine carries.',
  );
}

async function runDoctor({ json = false, ...flags }: DoctorFlags): Promise<void> {
  const config = settingsFrom(flags);
  const findings = await whileWaiting('Looking at this machine', examine(config, Date.now()));
  await writeData(json ? `${JSON.stringify({ findings })}\n` : textOf(findings));
  const count = findings.filter(({ level }) => level === 'bad').length;
  if (count > 0)
    throw new CommandError('failed', `${count === 1 ? 'One thing is' : `${count} things are`} bad: see above.`);
}

function settingsFrom(flags: RawSettings): Config {
  try {
    return readConfig(flags, process.env);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError('usage', error.message, { cause: error });
    throw error;
  }
}

interface Running {
  /** Undefined where none runs, or it does not say. */
  readonly status: StatusView | undefined;
  /** It runs and does not answer, in words. */
  readonly silence: string | undefined;
}

/** Of a Tenring that runs in this folder. */
async function lookAtRunning({ dataFolder }: Config): Promise<Running> {
  try {
    const client = await findControlClient(dataFolder);
    return { status: client && JSON.parse(await client.ask('GET', '/api/status')), silence: undefined };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // Of somebody else's folder the finding about the folder says so.
    return { status: undefined, silence: error.exit === 'notAllowed' ? undefined : error.message };
  }
}

async function examine(config: Config, nowMs: number): Promise<readonly Finding[]> {
  const { status, silence } = await lookAtRunning(config);
  const isRunning = status !== undefined || silence !== undefined;
  const { dataFolder } = config;
  const folder = probeFolder(dataFolder, isRunning);
  const disk = probeDisk(dataFolder);
  return [
    ok('Versions', `Tenring ${readVersion()}, Node ${process.versions.node}`),
    judgeFolder(folder),
    judgeSpace(disk),
    judgeFileSystem(disk),
    ...(folder.notWritable === undefined ? [judgeSync(probeSync(dataFolder))] : []),
    judgeMemory(sizesFor(thisMachine(), config), probeFreeMemory()),
    judgeClock(await probeClock(nowMs)),
    judgeNetwork(probeNetwork()),
    ...(await portFindings(config, isRunning)),
    ...(folder.notWritable === undefined ? judgeRedis(await probeRedis(config)) : []),
    backupFinding(config, status, nowMs),
    ...certificateFindings(config, nowMs),
    ...judgeRunning([
      ...(silence === undefined ? [] : [{ message: silence }]),
      ...(status?.troubles ?? []),
      ...(status?.certificate?.trouble ? [status.certificate.trouble] : []),
    ]),
  ];
}

async function portFindings({ host, port, realtimePort, tls }: Config, isOurs: boolean): Promise<readonly Finding[]> {
  const ports: readonly (readonly [number, string])[] = [
    [port, '--port'],
    [realtimePort, '--realtime-port'],
    ...(tls
      ? ([
          [tls.port, '--tls-port'],
          [tls.realtimePort, '--tls-realtime-port'],
        ] as const)
      : []),
  ];
  const asked = ports.filter(([each]) => each !== 0).map(([each, flag]) => probePort(host, each, flag));
  return (await Promise.all(asked)).map((facts) => judgePort(facts, isOurs));
}

function backupFinding({ dataFolder, backups }: Config, status: StatusView | undefined, nowMs: number): Finding {
  const running = status?.backup;
  const lastAt = running?.lastAt ?? readState(dataFolder)?.lastAt ?? undefined;
  return judgeBackup({
    nowMs,
    isScheduled: backups !== undefined || typeof running?.nextAt === 'number',
    lastAt,
    everyMinutes: backups?.everyMinutes,
    trouble: running?.trouble ?? undefined,
  });
}

function certificateFindings(config: Config, nowMs: number): readonly Finding[] {
  const validTo = probeCertificate(config);
  return [
    ...(validTo === 'none' ? [] : [judgeCertificate(validTo, nowMs, config.tls?.own !== undefined)]),
    ...judgeAuthority(probeAuthority(config), nowMs),
  ];
}

const marks = { ok: 'ok  ', warn: 'warn', bad: 'BAD ' } as const;

export function textOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const lines = findings.flatMap(({ subject, level, words, todo }) => {
    const mark = level === 'ok' ? marks[level] : bold(marks[level], process.stdout);
    const line = `${mark}  ${subject.padEnd(width)}  ${plain(words)}`;
    return todo === undefined ? [line] : [line, `${' '.repeat(width + 8)}→ ${plain(todo)}`];
  });
  return `${lines.join('\n')}\n`;
}
