// A morning in the simulation: two tablets score while sockets break, appends fail, the archive dies, the process crashes, Redis loses what
// is archived, and a backup is put in place. All of it follows from the seed.
import assert from 'node:assert/strict';
import { hashDeviceToken } from '../../access/authenticate-device.ts';
import type { ArrowValue } from '../../domain/arrow-value.ts';
import { scorecardOf } from '../../domain/competition.ts';
import { invariant } from '../../kit/invariant.ts';
import { createRandom } from '../../simulator/random.ts';
import { type Answer, openSimulatedTablet, type SimulatedTablet } from '../../simulator/simulated-tablet.ts';
import { contextOf, createSample, importSample, pairing } from '../sample-competition.ts';
import { checkOutcome, type TypedArrow } from './sim-checks.ts';
import { SimClock } from './sim-clock.ts';
import { SimDisk } from './sim-disk.ts';
import { SimNetwork } from './sim-network.ts';
import { type Breakage, SimProcess, type SimWorld, type Tally } from './sim-process.ts';

const cup = 'cup';
const butts: readonly { readonly butt: number; readonly entries: readonly number[] }[] = [
  { butt: 1, entries: [1, 3] },
  { butt: 2, entries: [2, 4] },
];
const values: readonly [ArrowValue, ...ArrowValue[]] = ['X', '10', '9', '8', '7', 'M'];
const arrowsPerEnd = 6;
const ends = 2;
const morningMs = 12_000;
const lookEveryMs = 2_500;
/** The slowest of 300 mornings took 545. */
const mostSteps = 5_000;

interface Backup {
  readonly bytes: Buffer;
  readonly seq: number;
}

class Morning {
  readonly #world: SimWorld;
  readonly #network: SimNetwork;
  readonly #tablets = new Map<number, SimulatedTablet>();
  /** By card, end and box. */
  readonly #typed = new Map<string, TypedArrow>();
  readonly #acked = new Map<string, number>();
  #process: SimProcess | undefined;
  #isStarting = false;
  #isBackingUp = false;
  #backup: Backup | undefined;
  #wasRestored = false;
  #lastId = 0;
  #failure: unknown;

  constructor(seed: number, broken: Breakage | undefined, tally: Tally) {
    const random = createRandom(seed);
    this.#world = { disk: new SimDisk(), clock: new SimClock(), random, faultRate: 0, broken, tally };
    this.#network = new SimNetwork(this.#world, () => this.#process);
  }

  async run(): Promise<void> {
    const { clock, random } = this.#world;
    await this.#setUp();
    this.#world.faultRate = 0.2 + 0.8 * random.next();
    for (const { butt, entries } of butts) this.#openTablet(butt, entries);
    const over = clock.now() + morningMs;
    this.#troubleAfter(over);
    await this.#stepUntil(() => clock.now() >= over);
    this.#world.faultRate = 0;
    await this.#stepUntil(() => this.#isSettled());
    await this.#finish();
  }

  close(): void {
    for (const tablet of this.#tablets.values()) tablet.close();
    this.#process?.crash();
    this.#world.disk.close();
  }

  async #setUp(): Promise<void> {
    this.#process = await SimProcess.start(this.#world);
    const pairings = butts.map(({ butt }) => ({
      ...pairing(`tablet-${butt}`, butt),
      tokenHash: hashDeviceToken('token'),
    }));
    for (const command of [createSample, importSample, ...pairings]) {
      const { kind } = await this.#process.intake.submit(cup, command, contextOf(undefined, this.#nextId()));
      assert.equal(kind, 'accepted');
    }
  }

  #openTablet(butt: number, entries: readonly number[]): void {
    const { clock, random } = this.#world;
    const credentials = { competition: cup, device: `tablet-${butt}`, token: 'token' };
    const { openSocket } = this.#network;
    const chance = random.next;
    const tablet = openSimulatedTablet({
      url: '',
      credentials,
      openSocket,
      clock,
      random: chance,
      answerDeadlineMs: 2_000,
    });
    this.#tablets.set(butt, tablet);
    for (const entry of entries) {
      for (let shot = 0; shot < ends * arrowsPerEnd; shot += 1) {
        const typed = {
          entry,
          end: Math.floor(shot / arrowsPerEnd) + 1,
          box: shot % arrowsPerEnd,
          value: random.pick(values),
        };
        clock.after((shot + random.next()) * (morningMs / (ends * arrowsPerEnd + 2)), () => this.#type(tablet, typed));
      }
    }
  }

  #type(tablet: SimulatedTablet, typed: TypedArrow): void {
    const { clock, random } = this.#world;
    const commandId = this.#nextId();
    const { entry, end, box: first, value } = typed;
    this.#typed.set(`${entry} ${end} ${first}`, typed);
    const submit = () => tablet.submit({ kind: 'scoreArrows', entry, end, first, arrows: [value] }, commandId);
    void submit().then((answer) => this.#answered(answer));
    if (random.next() >= 0.2) return;
    // Sent again, sometimes long after it was answered.
    clock.after(random.integer(3_000), () => {
      this.#world.tally.sentAgain += 1;
      void submit().then((answer) => this.#repeated(answer));
    });
  }

  #answered(answer: Answer): void {
    if (answer.kind === 'saved') this.#acked.set(answer.commandId, answer.at.seq);
    else if (answer.kind === 'rejected') this.#refused(answer.rejection.code);
  }

  #repeated(answer: Answer): void {
    if (answer.kind === 'rejected' && !this.#wasRestored)
      this.#failure ??= new Error(`a repetition was refused: ${answer.rejection.code}`);
  }

  /** Only after a restore: what was typed before it has to be typed again first, or came again by itself. */
  #refused(code: string): void {
    if (!this.#wasRestored) this.#failure ??= new Error(`an arrow that is right was refused: ${code}`);
    else if (code !== 'endOutOfOrder' && code !== 'arrowAlreadyScored')
      this.#failure ??= new Error(`refused after a restore: ${code}`);
  }

  #troubleAfter(over: number): void {
    const { clock, random, faultRate } = this.#world;
    clock.after(50 + random.integer(600 / faultRate), () => {
      if (clock.now() >= over) return;
      this.#trouble();
      this.#troubleAfter(over);
    });
  }

  #trouble(): void {
    const { clock, random, tally } = this.#world;
    const process = this.#process;
    if (!process) return;
    const chance = random.next();
    if (chance < 0.25) this.#network.cutOne();
    else if (chance < 0.4) {
      tally.appendsFailed += 1;
      process.journal.faults.push('before');
    } else if (chance < 0.65) {
      tally.repliesLost += 1;
      process.journal.faults.push('replyLost');
    } else if (chance < 0.75) {
      tally.redisAway += 1;
      process.journal.reachable = false;
      clock.after(random.integer(1_500), () => {
        if (process.isAlive) process.journal.reachable = true;
      });
    } else if (chance < 0.8) this.#backUp(process);
    else this.#crash();
  }

  #crash(): void {
    const { clock, random, disk, broken, tally } = this.#world;
    tally.crashes += 1;
    this.#process?.crash();
    this.#process = undefined;
    if (broken === 'acksBeforeDisk') disk.forgetLast(random.integer(3));
    const chance = random.next();
    if (chance < 0.15) this.#loseRedis();
    else if (chance < 0.25) this.#restore();
    clock.after(random.integer(2_000), () => void this.#start());
  }

  /** Only what the archive has may be lost without anything being lost. */
  #loseRedis(): void {
    const { disk, tally } = this.#world;
    const head = disk.redis.streams.get(cup)?.head ?? 0;
    if (disk.store.lastSeq(cup) !== head) return;
    tally.redisLost += 1;
    disk.loseRedis();
  }

  #restore(): void {
    if (!this.#backup) return;
    const { bytes, seq } = this.#backup;
    const { disk, tally } = this.#world;
    disk.restore(bytes);
    tally.backupsRestored += 1;
    for (const [commandId, at] of this.#acked) {
      if (at <= seq) continue;
      this.#acked.delete(commandId);
      tally.arrowsTakenBack += 1;
    }
    if (!this.#wasRestored) this.#lookAtCards();
    this.#wasRestored = true;
  }

  /** The scorers compare the tablets with the paper, now and then, and type what is gone. */
  #lookAtCards(): void {
    this.#world.clock.after(lookEveryMs, () => {
      for (const typed of this.#missing()) this.#type(this.#tabletOf(typed), typed);
      this.#lookAtCards();
    });
  }

  #tabletOf({ entry }: TypedArrow): SimulatedTablet {
    const butt = butts.find(({ entries }) => entries.includes(entry))?.butt ?? 0;
    const tablet = this.#tablets.get(butt);
    invariant(tablet, `a tablet writes the card of ${entry}`);
    return tablet;
  }

  #backUp(process: SimProcess): void {
    if (this.#isBackingUp) return;
    this.#isBackingUp = true;
    const drained = process.drained().then(
      () => {
        const { disk } = this.#world;
        if (process.isAlive) this.#backup = { bytes: disk.backUp(), seq: disk.store.lastSeq(cup) };
      },
      () => undefined,
    );
    void drained.finally(() => {
      this.#isBackingUp = false;
    });
  }

  async #start(): Promise<void> {
    if (this.#process || this.#isStarting) return;
    this.#isStarting = true;
    try {
      this.#process = await SimProcess.start(this.#world);
    } catch (error) {
      this.#failure ??= error;
    } finally {
      this.#isStarting = false;
    }
  }

  async #stepUntil(isReached: () => boolean): Promise<void> {
    for (let steps = 0; !isReached(); steps += 1) {
      assert.ok(steps < mostSteps, 'it never comes to rest');
      await this.#world.clock.step();
      if (this.#failure) throw this.#failure;
      // In the appliance it ends the process, and systemd starts another.
      if (this.#process?.failure !== undefined) this.#crash();
    }
  }

  #isSettled(): boolean {
    const process = this.#process;
    if (!process || [...this.#tablets.values()].some(({ unanswered }) => unanswered > 0)) return false;
    const head = process.intake.find(cup)?.at.seq ?? 0;
    return this.#world.disk.store.lastSeq(cup) === head && this.#missing().length === 0;
  }

  /** What is still to be typed again after a restore. */
  #missing(): readonly TypedArrow[] {
    if (!this.#wasRestored) return [];
    const state = this.#process?.intake.find(cup)?.state;
    return [...this.#typed.values()].filter(
      ({ entry, end, box }) => !(state && scorecardOf(state, entry).ends[end - 1]?.[box]),
    );
  }

  async #finish(): Promise<void> {
    const { disk } = this.#world;
    const view = this.#process?.intake.find(cup);
    assert.ok(view);
    checkOutcome({
      typed: [...this.#typed.values()],
      acked: this.#acked,
      archived: disk.store.read(cup, 0, 100_000),
      archivedHead: disk.store.head(cup),
      streamed: disk.redis.streams.get(cup)?.records ?? [],
      view,
    });
  }

  #nextId(): string {
    this.#lastId += 1;
    return this.#lastId.toString(16).padStart(32, '0');
  }
}

export function emptyTally(): Tally {
  return {
    ...{
      socketsCut: 0,
      answersDropped: 0,
      appendsFailed: 0,
      repliesLost: 0,
      redisAway: 0,
      crashes: 0,
      archiveDeaths: 0,
    },
    ...{ redisLost: 0, backupsRestored: 0, arrowsTakenBack: 0, sentAgain: 0, deferred: 0 },
  };
}

/** Throws what is wrong; what went wrong with the world is added to `tally`. */
export async function simulateMorning(seed: number, tally: Tally, broken?: Breakage): Promise<void> {
  // Jitter of waits (kit/backoff.ts) follows from the seed too.
  const { random } = Math;
  Math.random = createRandom(seed, 1).next;
  const morning = new Morning(seed, broken, tally);
  try {
    await morning.run();
  } finally {
    morning.close();
    Math.random = random;
  }
}
