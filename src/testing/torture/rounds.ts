// Round after round on one data folder: start, judge what the last fault has left, score, the next fault. The first violation ends it, and
// the folder is kept.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../kit/clock.ts';
import { createRandom } from '../../simulator/random.ts';
import { judge } from './check-history.ts';
import { gatherEvidence } from './evidence.ts';
import { bagOfFaults, type Fault, type FaultKind, faultKinds, faults, type Scene } from './faults.ts';
import { arrowsPerEnd, ends, type Field, setUpField } from './field.ts';
import { countAcks, ledgerBytes, readLedger } from './ledger.ts';
import { findQuietPort, type Network, openNetwork } from './network.ts';
import { type Mercy, mercies } from './power-cut.ts';
import { type ApplianceProcess, endRedis, startAppliance, startTablets, type TabletsProcess } from './processes.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { type WatchedDisk, watchDisk } from './watched-disk.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly rounds: number;
  /** No round begins after that time. */
  readonly minutes: number;
  readonly only?: readonly FaultKind[];
  /** These, one after the other, instead of drawing them. */
  readonly order?: readonly FaultKind[];
  readonly butts: number;
  readonly pauseMs: number;
  /** What power cuts leave of what is not synced; by chance if absent. */
  readonly mercy?: Mercy;
  /** Where build/steps/torture.mjs has put them; undefined: no power cuts. */
  readonly watching: { readonly library: string; readonly redisServer: string } | undefined;
  /** Redis's syncs do nothing: it must be found out. */
  readonly canary: boolean;
  readonly tell: (line: string) => void;
}

export interface TortureResult {
  readonly rounds: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly skipped: readonly string[];
  readonly acks: number;
  readonly lost: number;
  readonly doubled: number;
  readonly droppedBytes: number;
  readonly competitions: number;
  readonly seconds: number;
  /** What was found, in words; empty when all was right. */
  readonly violations: readonly string[];
  /** Kept when something was found. */
  readonly folder: string | undefined;
}

interface Round {
  readonly kind: FaultKind;
  readonly number: number;
}

const shownViolations = 20;
/** A fault while nobody scores would show little. */
const acksBeforeFault = 5;
const ackMs = 30_000;
const longestLogBytes = 64 * 1024 * 1024;

function isPossible(kind: FaultKind, smallDisk: SmallDisk | undefined, isWatching: boolean): boolean {
  const fault: Fault = faults[kind];
  return (fault.needs !== 'smallDisk' || smallDisk !== undefined) && (fault.needs !== 'watching' || isWatching);
}

async function comesTrue(isTrue: () => boolean): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < ackMs; waitedMs += 20) {
    if (isTrue()) return true;
    await systemClock.sleep(20);
  }
  return false;
}

/** With what is behind it, as fetch keeps it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${inWords(error.cause)})`;
}

export async function torture(options: TortureOptions): Promise<TortureResult> {
  const { seed, tell, watching, butts, pauseMs } = options;
  const beganAt = performance.now();
  const workFolder = realpathSync(mkdtempSync(join(tmpdir(), 'tenring-torture-')));
  const smallDisk = mountSmallDisk(join(workFolder, 'disk'));
  const dataFolder = join(workFolder, 'disk', 'data');
  mkdirSync(dataFolder, { recursive: true });
  const log = join(workFolder, 'disk.log');
  const ledger = join(workFolder, 'ledger.jsonl');
  const disk: WatchedDisk = watchDisk(dataFolder, log);
  const port = await findQuietPort();
  const realtimePort = await findQuietPort(port);
  const network: Network = await openNetwork(() => realtimePort);
  const origin = `http://127.0.0.1:${port}`;
  const random = createRandom(seed);
  const wanted = options.only ?? (options.order ? [...new Set(options.order)] : faultKinds);
  const kinds = wanted.filter((kind) => isPossible(kind, smallDisk, watching !== undefined));
  const skipped = wanted.filter((kind) => !kinds.includes(kind));
  for (const kind of skipped) tell(`SKIPPED: ${kind} cannot be done here`);

  const byKind: Record<string, number> = {};
  const found = { acks: 0, lost: 0, doubled: 0, droppedBytes: 0, competitions: 0 };
  const violations: string[] = [];
  let bag: FaultKind[] = [];
  let field: Field | undefined;
  let tablets: TabletsProcess | undefined;
  let appliance: ApplianceProcess | undefined;
  /** Acks of competitions that are over. */
  let earlierAcks = 0;

  async function start(): Promise<ApplianceProcess> {
    const clockMs = random.integer(4) === 0 ? -random.integer(86_400_000) : 0;
    const watch = watching && { ...watching, log, lies: options.canary };
    return startAppliance({ dataFolder, workFolder, port, realtimePort, clockMs, watching: watch });
  }

  async function check(competition: string): Promise<number> {
    const { facts, different, flaws } = await gatherEvidence(origin, dataFolder, competition);
    const lines = readLedger(ledger, competition);
    const { acks, lost, doubled, wrong } = judge(lines, facts);
    found.lost += lost.length;
    found.doubled += doubled.length;
    found.acks = earlierAcks + acks;
    violations.push(...lost, ...doubled, ...wrong, ...flaws.map((flaw) => `tenring verify: ${flaw}`));
    violations.push(...different.map((category) => `the leaderboard of ${category} is not that of the archive`));
    return lines.reduce((count, { kind }) => count + (kind === 'typed' ? 1 : 0), 0);
  }

  async function beginField(deskCode: string | undefined): Promise<void> {
    await tablets?.kill();
    earlierAcks = found.acks;
    found.competitions += 1;
    field = await setUpField(origin, deskCode, butts);
    const order = { ledger, seed: seed + found.competitions, ends, arrowsPerEnd, pauseMs, ...field };
    tablets = startTablets(join(workFolder, 'tablets.json'), {
      ...order,
      url: `ws://127.0.0.1:${network.port}/scoring`,
    });
  }

  async function end(fault: Fault, scene: Scene): Promise<void> {
    const { appliance: running } = scene;
    const isKilled = fault.ending === 'killed' || (fault.ending === 'either' && random.next() < 0.5);
    if (fault.ending === 'cut') {
      if (random.next() < 0.5) await endRedis(dataFolder);
      running.signal('SIGKILL');
    } else if (isKilled) {
      running.signal('SIGKILL');
      if (random.next() < 0.5) await endRedis(dataFolder);
    } else if (fault.ending !== 'gone') running.signal('SIGTERM');
    const how = await running.ended();
    if (how === 'does not end') violations.push(`the appliance does not end: ${running.log().slice(-2_000)}`);
    if (fault.ending === 'stopped' && how !== 0)
      violations.push(`stopped in order, it ended with ${how}: ${running.log().slice(-2_000)}`);
    if (fault.ending === 'cut' || disk.logBytes > longestLogBytes) {
      await endRedis(dataFolder);
      if (watching) found.droppedBytes += disk.cutPower(random, options.mercy ?? random.pick(mercies)).dropped;
    }
    if (fault.afterwards) {
      await endRedis(dataFolder);
      fault.afterwards(scene);
      disk.begin();
    }
  }

  async function play({ kind, number }: Round): Promise<void> {
    const fault: Fault = faults[kind];
    network.shut();
    appliance = await start();
    if (!field || !tablets) await beginField(appliance.deskCode);
    else {
      const typed = await check(field.competition);
      if (violations.length > 0) return;
      if (typed > 0.9 * butts * 4 * ends * arrowsPerEnd) await beginField(undefined);
    }
    const before = ledgerBytes(ledger);
    network.open();
    if (!tablets) return;
    if (!(await comesTrue(() => countAcks(ledger, before) >= acksBeforeFault))) {
      violations.push(`nothing is acknowledged any more: ${appliance.log().slice(-2_000)}`);
      return;
    }
    const scene = { appliance, tablets, network, dataFolder, smallDisk, random: createRandom(seed, number) };
    await fault.during(scene);
    if (!appliance.isRunning && !fault.mayEnd)
      violations.push(`it ended by itself with ${await appliance.ended()}: ${appliance.log().slice(-2_000)}`);
    await end(fault, scene);
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }

  let number = 0;
  try {
    const until = beganAt + options.minutes * 60_000;
    while (violations.length === 0 && number < options.rounds && performance.now() < until && kinds.length > 0) {
      if (bag.length === 0) bag = options.order ? options.order.toReversed() : bagOfFaults(kinds, random);
      const kind = bag.pop() ?? 'killAppliance';
      number += 1;
      const since = performance.now();
      await play({ kind, number });
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      tell(`${number} ${kind}: ${seconds} s, ${found.acks} acks before it`);
    }
    // What the last fault has left.
    if (violations.length === 0 && field) {
      network.shut();
      appliance = await start();
      await check(field.competition);
    }
  } catch (error) {
    violations.push(`round ${number}: ${inWords(error)}\n${appliance?.log().slice(-2_000) ?? ''}`);
  } finally {
    await tablets?.kill();
    network.close();
    if (appliance?.isRunning) {
      appliance.signal('SIGCONT');
      appliance.signal('SIGKILL');
      await appliance.ended();
    }
    await endRedis(dataFolder);
  }
  await systemClock.sleep(10);
  if (violations.length === 0) {
    smallDisk?.remove();
    rmSync(workFolder, { recursive: true, force: true });
  }
  return {
    rounds: number,
    byKind,
    skipped,
    ...found,
    seconds: Math.round((performance.now() - beganAt) / 1000),
    violations: violations.slice(0, shownViolations),
    folder: violations.length === 0 ? undefined : workFolder,
  };
}
