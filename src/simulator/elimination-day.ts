// The matches after a day of shooting: the desk draws, and the tablets at the butts of the matches type them, end after end, until every
// medal is won. What happens is planned in elimination-plan.ts; here it is asked for and typed.
import type { Command } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import type { Clock } from '../kit/clock.ts';
import { nextDeskCommand, type PlannedShot, planMatchShots } from './elimination-plan.ts';
import type { Answer, SimulatedTablet } from './simulated-tablet.ts';

export interface EliminationDayOptions {
  /** As it now is. */
  readonly state: () => Competition;
  /** Asks as the desk does. */
  readonly submit: (command: Command) => Promise<void>;
  /** One per butt. */
  readonly tablets: ReadonlyMap<number, Pick<SimulatedTablet, 'submit'>>;
  readonly seed: number;
  readonly endMs: number;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
}

/** Rejects when the signal comes. Gives up where no tablet gets anything saved: those of the butts are gone. */
export async function runEliminationDay(options: EliminationDayOptions): Promise<void> {
  const { state, submit, seed } = options;
  for (let command = nextDeskCommand(state(), seed); command; command = nextDeskCommand(state(), seed))
    await submit(command);
  for (let shots = planMatchShots(state(), seed); shots.length > 0; shots = planMatchShots(state(), seed)) {
    const answers = await type(shots, options);
    if (!answers.some(({ kind }) => kind === 'saved')) return;
  }
}

async function type(
  shots: readonly PlannedShot[],
  { tablets, endMs, clock, signal }: EliminationDayOptions,
): Promise<readonly Answer[]> {
  const answers: Promise<Answer>[] = [];
  const ofButts = [...Map.groupBy(shots, ({ butt }) => butt).values()];
  const longest = Math.max(...ofButts.map(({ length }) => length));
  for (let index = 0; index < longest; index += 1) {
    for (const ofButt of ofButts) {
      const shot = ofButt[index];
      const answer = shot && tablets.get(shot.butt)?.submit(shot.command);
      if (answer) answers.push(answer);
    }
    await clock.sleep(endMs / longest, signal);
  }
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([Promise.all(answers), stopped]);
}
