// The demo: an invented competition in the real appliance, scored by simulated tablets over the real sockets, the round and then the
// matches. It goes on where it was interrupted, and begins another one when the last is over.
import { createHash, randomBytes } from 'node:crypto';
import { nextEnd } from '../domain/card/scorecard.ts';
import type { Command } from '../domain/commands.ts';
import { type Competition, roundOfEntry, scorecardOf } from '../domain/competition.ts';
import type { Intake } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { createCommandId } from '../wire/command-id.ts';
import { planCompetition } from './competition-plan.ts';
import { runEliminationDay } from './elimination-day.ts';
import { nextDeskCommand, planMatchShots } from './elimination-plan.ts';
import { endMsFor, runScoringDay, type SimulatedArcher } from './scoring-day.ts';
import { type Answer, openSimulatedTablet, type SimulatedTablet } from './simulated-tablet.ts';

export interface DemoOptions {
  readonly intake: Intake;
  readonly realtimeUrl: string;
  readonly archers: number;
  readonly minutes: number;
  readonly clock: Clock;
  readonly log: Log;
}

export class DemoError extends Error {
  override readonly name = 'DemoError';
}

const prefix = 'demo-';
const venue = 'Riverside field';
const pauseBetweenMs = 60_000;

function archersOf(state: Competition): readonly SimulatedArcher[] {
  const archers: SimulatedArcher[] = [];
  for (const { number, category, target } of state.entries.values()) {
    const round = roundOfEntry(state, number);
    if (target && round) archers.push({ entry: number, butt: target.butt, category, round });
  }
  return archers;
}

function isOver(state: Competition, seed: number): boolean {
  const isShot = archersOf(state).every(({ entry, round }) => nextEnd(scorecardOf(state, entry), round) === undefined);
  return isShot && nextDeskCommand(state, seed) === undefined && planMatchShots(state, seed).length === 0;
}

function seedOf(competition: string): number {
  return Number(competition.slice(prefix.length)) || 1;
}

export function createDemo({ intake, realtimeUrl, archers, minutes, clock, log }: DemoOptions) {
  const stop = new AbortController();

  async function submit(competition: string, command: Command): Promise<void> {
    for (;;) {
      const context = { commandId: createCommandId(), at: clock.now(), actor: { role: 'system' } } as const;
      const outcome = await intake.submit(competition, command, context);
      if (outcome.kind === 'accepted') return;
      if (outcome.kind === 'rejected')
        throw new DemoError(`The demo's ${command.kind} was refused: ${outcome.rejection.code}`);
      await clock.sleep(outcome.retryAfterMs, stop.signal);
    }
  }

  /** The demo that is under way, or a new one. */
  async function findOrCreate(): Promise<string> {
    const demos = intake.list().filter(({ id }) => id.startsWith(prefix));
    const underWay = demos.find(({ id, state }) => state.entryCount > 0 && !isOver(state, seedOf(id)));
    if (underWay) return underWay.id;
    const number = demos.reduce((most, { id }) => Math.max(most, Number(id.slice(prefix.length)) || 0), 0) + 1;
    const id = `${prefix}${number}`;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const plan = planCompetition({ seed: number, archers, name: `Riverside Open ${number}`, venue, day });
    await submit(id, plan.creation);
    await submit(id, plan.entries);
    return id;
  }

  /** In the log at level debug, so that whoever kills the demo can compare with the archive. */
  function onAnswer(answer: Answer) {
    if (answer.kind === 'saved') log.debug({ commandId: answer.commandId, seq: answer.at.seq }, 'saved');
    if (answer.kind === 'rejected') log.warn({ rejection: answer.rejection }, 'a simulated tablet was refused');
  }

  async function openTablets(competition: string, butts: Iterable<number>): Promise<Map<number, SimulatedTablet>> {
    const tablets = new Map<number, SimulatedTablet>();
    for (const butt of butts) {
      const device = `${prefix}tablet-${butt}`;
      const token = randomBytes(32).toString('hex');
      const tokenHash = createHash('sha256').update(token).digest('hex');
      await submit(competition, { kind: 'pairDevice', device, butt, tokenHash, label: `Simulated tablet ${butt}` });
      const credentials = { competition, device, token };
      tablets.set(butt, openSimulatedTablet({ url: realtimeUrl, credentials, clock, onAnswer }));
    }
    return tablets;
  }

  async function runOne(): Promise<void> {
    const competition = await findOrCreate();
    const state = intake.find(competition)?.state;
    if (!state) throw new DemoError(`The demo's competition ${competition} is gone`);
    const field = archersOf(state);
    const tablets = await openTablets(competition, new Set(field.map(({ butt }) => butt)));
    const seed = seedOf(competition);
    const endMs = endMsFor(field, minutes);
    const now = () => intake.find(competition)?.state ?? state;
    try {
      const outcome = await runScoringDay({
        archers: field,
        tablets,
        cardOf: (entry) => scorecardOf(now(), entry),
        seed,
        endMs,
        signal: stop.signal,
        clock,
        onEnd: (end) => log.debug({ competition, end }, 'the demo shoots its next end'),
      });
      if (outcome === 'stopped') return;
      const submitHere = (command: Command) => submit(competition, command);
      const { signal } = stop;
      await runEliminationDay({ state: now, submit: submitHere, tablets, seed, endMs: endMs / 2, clock, signal });
    } finally {
      for (const tablet of tablets.values()) tablet.close();
    }
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      await runOne();
      await clock.sleep(pauseBetweenMs, stop.signal);
    }
  }

  return {
    /** Resolves when stopped; rejects when the demo cannot go on. */
    async run(): Promise<void> {
      try {
        await run();
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
    },
    stop() {
      stop.abort(new Error('the demo is stopped'));
    },
  };
}
