// The faults, one per round: what happens while tablets score, and how the round ends.
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../kit/clock.ts';
import type { Random } from '../../simulator/random.ts';
import type { Network } from './network.ts';
import type { ApplianceProcess, TabletsProcess } from './processes.ts';
import type { SmallDisk } from './small-disk.ts';

export interface Scene {
  readonly appliance: ApplianceProcess;
  readonly tablets: TabletsProcess;
  readonly network: Network;
  readonly dataFolder: string;
  /** Undefined where none could be mounted. */
  readonly smallDisk: SmallDisk | undefined;
  readonly random: Random;
}

export interface Fault {
  during(scene: Scene): Promise<void>;
  /**
   * killed: with SIGKILL, Redis left behind or not. stopped: in order. either: one of the two. cut: power. gone: it ends by itself.
   */
  readonly ending: 'killed' | 'stopped' | 'either' | 'cut' | 'gone';
  /** The appliance may end by itself: a club's systemd starts it again. */
  readonly mayEnd?: boolean;
  /** When no process runs any more. */
  afterwards?(scene: Scene): void;
  readonly needs?: 'smallDisk' | 'watching';
}

const wait = (milliseconds: number) => systemClock.sleep(milliseconds);

function between({ random }: Scene, from: number, to: number): number {
  return from + random.integer(to - from);
}

const aWhile = (scene: Scene) => wait(between(scene, 200, 900));

async function stopped(scene: Scene, which: 'signal' | 'signalRedis', milliseconds: number): Promise<void> {
  const { appliance } = scene;
  appliance[which]('SIGSTOP');
  await wait(milliseconds);
  appliance[which]('SIGCONT');
  await aWhile(scene);
}

async function troubleNetwork(scene: Scene): Promise<void> {
  const { network, random } = scene;
  const trouble = random.pick(['cuts', 'frozen', 'slow', 'deaf'] as const);
  if (trouble === 'cuts') {
    for (let times = 0; times < 4; times += 1) {
      network.cut();
      await wait(between(scene, 100, 400));
    }
    return;
  }
  if (trouble === 'frozen') network.freeze(true);
  else if (trouble === 'slow') network.delay(between(scene, 50, 400));
  else network.swallowAnswers(true);
  await aWhile(scene);
  if (trouble !== 'slow') network.cut();
  network.freeze(false);
  network.delay(0);
  network.swallowAnswers(false);
  await aWhile(scene);
}

function journalFile(dataFolder: string): string | undefined {
  const folder = join(dataFolder, 'redis', 'appendonlydir');
  const name = readdirSync(folder).findLast((each) => each.endsWith('.incr.aof'));
  return name === undefined ? undefined : join(folder, name);
}

/** Anywhere: everything was archived when the appliance stopped in order. */
function damageJournal({ dataFolder, random }: Scene): void {
  const file = journalFile(dataFolder);
  if (file === undefined) return;
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const at = random.integer(bytes.length);
  if (random.next() < 0.5) truncateSync(file, at);
  else {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.integer(8));
    writeFileSync(file, bytes);
  }
}

export const faults = {
  killAppliance: { during: aWhile, ending: 'killed' },
  killRedis: {
    async during(scene) {
      await aWhile(scene);
      scene.appliance.signalRedis('SIGKILL');
      await aWhile(scene);
    },
    ending: 'either',
  },
  /** No signal ends one thread: the kernel takes the whole process. So the runtime is told to end it, wherever it is. */
  endArchiveThread: {
    async during(scene) {
      await aWhile(scene);
      scene.appliance.order({ kind: 'endThread', name: 'archive' });
    },
    ending: 'gone',
    mayEnd: true,
  },
  stopAppliance: {
    async during(scene) {
      await aWhile(scene);
      await stopped(scene, 'signal', between(scene, 300, 1_500));
    },
    ending: 'either',
  },
  /** One in five for longer than a command may take. */
  stopRedis: {
    async during(scene) {
      await aWhile(scene);
      await stopped(scene, 'signalRedis', scene.random.integer(5) === 0 ? 5_600 : between(scene, 300, 1_200));
    },
    ending: 'either',
  },
  fillDisk: {
    async during(scene) {
      await aWhile(scene);
      scene.smallDisk?.fill(scene.random.integer(3) * between(scene, 1, 40_000));
      await wait(between(scene, 300, 1_500));
      scene.smallDisk?.makeSpace();
      await aWhile(scene);
    },
    ending: 'either',
    mayEnd: true,
    needs: 'smallDisk',
  },
  damageJournal: { during: aWhile, ending: 'stopped', afterwards: damageJournal },
  /** By chance with a Redis that was killed just before: what it had written and not synced is in the kernel, and is read again. */
  cutPower: {
    async during(scene) {
      await aWhile(scene);
      for (let times = scene.random.integer(3); times > 0; times -= 1) {
        scene.appliance.signalRedis('SIGKILL');
        await wait(between(scene, 60, 400));
      }
    },
    ending: 'cut',
    needs: 'watching',
  },
  setClockBack: {
    async during(scene) {
      await aWhile(scene);
      scene.appliance.order({ kind: 'clock', byMs: -between(scene, 60_000, 864_000_000) });
      await aWhile(scene);
      scene.appliance.order({ kind: 'clock', byMs: between(scene, 0, 60_000) });
      await wait(100);
    },
    ending: 'either',
  },
  troubleNetwork: { during: troubleNetwork, ending: 'either' },
  killTablets: {
    async during(scene) {
      await aWhile(scene);
      await scene.tablets.restart();
      await aWhile(scene);
    },
    ending: 'either',
  },
} as const satisfies Record<string, Fault>;

export type FaultKind = keyof typeof faults;
export const faultKinds = Object.keys(faults) as readonly FaultKind[];

/** Power cuts come more often: they are the hardest to be right about. */
export function bagOfFaults(kinds: readonly FaultKind[], random: Random): FaultKind[] {
  const often = kinds.filter((kind) => kind === 'cutPower' || kind === 'killAppliance');
  return random.shuffle([...kinds, ...often, ...kinds.filter((kind) => kind === 'cutPower')]);
}
