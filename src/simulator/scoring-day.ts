// A day of shooting: every butt types its arrows one after the other, at its own speed, and the field goes on to the next end when all
// have finished. What happens when is planned first (pure, from a seed); driving the tablets by the plan comes after.
import type { ArrowValue } from '../domain/arrow-value.ts';
import { compareArrowValues } from '../domain/arrow-value.ts';
import { nextEnd, type Scorecard } from '../domain/card/scorecard.ts';
import { countEnds, distanceOfEnd, type Round } from '../domain/rounds/rounds.ts';
import { type Clock, systemClock } from '../kit/clock.ts';
import { createRandom } from './random.ts';
import type { Answer, SimulatedTablet } from './simulated-tablet.ts';
import { drawDispersion, shootArrow } from './skill.ts';

export interface SimulatedArcher {
  readonly entry: number;
  readonly butt: number;
  readonly category: string;
  readonly round: Round;
}

export interface PlannedArrow {
  /** After the beginning of the end. */
  readonly atMs: number;
  readonly entry: number;
  readonly butt: number;
  /** From 0, in the order of entry. */
  readonly box: number;
  readonly arrow: ArrowValue;
}

/** The arrows of one archer in one end, highest first, as they are called (WA Book 3, 12.1.3): the same for the same seed, always. */
export function shootEnd(seed: number, archer: SimulatedArcher, end: number): readonly ArrowValue[] {
  const distance = distanceOfEnd(archer.round, end);
  if (!distance) return [];
  const { discipline } = archer.round;
  const dispersionMrad = drawDispersion(archer.category, discipline, createRandom(seed, archer.entry));
  const random = createRandom(seed, archer.entry, end);
  const arrows = Array.from({ length: distance.arrowsPerEnd }, () =>
    shootArrow({ distance, discipline, dispersionMrad }, random),
  );
  return arrows.sort(compareArrowValues);
}

/** Shares of an end's time: until the first butt begins to type, what the slowest begins later, and the walk back. */
const [quiet, stagger, walk] = [0.06, 0.24, 0.12];

export interface EndPlan {
  readonly seed: number;
  readonly end: number;
  readonly endMs: number;
}

/** Every arrow of one end of the field, in the order of time. Archers whose round has no such end are not in it. */
export function planEnd(archers: readonly SimulatedArcher[], { seed, end, endMs }: EndPlan): readonly PlannedArrow[] {
  const byButt = Map.groupBy(archers, (archer) => archer.butt);
  const planned: PlannedArrow[] = [];
  for (const [butt, mates] of byButt) planned.push(...planButt(butt, mates, { seed, end, endMs }));
  return planned.sort((a, b) => a.atMs - b.atMs);
}

function planButt(
  butt: number,
  mates: readonly SimulatedArcher[],
  { seed, end, endMs }: EndPlan,
): readonly PlannedArrow[] {
  // Keeps this stream of chance apart from the archers', whose path has an entry's number in this place.
  const random = createRandom(seed, -1, butt, end);
  const arrows = mates.flatMap(({ entry }, index) => {
    const archer = mates[index];
    return archer ? shootEnd(seed, archer, end).map((arrow, box) => ({ entry, box, arrow })) : [];
  });
  const begin = quiet + stagger * random.next();
  const share = (1 - walk - begin) * (0.75 + 0.25 * random.next());
  // Unequal steps that add up to the butt's own time.
  const steps = arrows.map(({ box }) => (box === 0 ? 1.6 : 0.5 + random.next()));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  let done = 0;
  return arrows.map((arrow, index) => {
    done += steps[index] ?? 0;
    return { ...arrow, butt, atMs: Math.round(endMs * (begin + (share * done) / whole)) };
  });
}

/** The end (from 1) at which a field that was interrupted goes on; undefined when all have shot their round. */
export function presentEnd(
  archers: readonly SimulatedArcher[],
  cardOf: (entry: number) => Scorecard,
): number | undefined {
  let first: number | undefined;
  for (const { entry, round } of archers) {
    const next = nextEnd(cardOf(entry), round);
    if (next !== undefined && (first === undefined || next < first)) first = next;
  }
  return first;
}

export interface ScoringDayOptions {
  readonly archers: readonly SimulatedArcher[];
  /** One per butt. */
  readonly tablets: ReadonlyMap<number, Pick<SimulatedTablet, 'submit'>>;
  /** The cards as they now are: boxes that are filled are left alone, so that a day goes on where it was interrupted. */
  readonly cardOf: (entry: number) => Scorecard;
  readonly seed: number;
  readonly endMs: number;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  readonly onEnd?: (end: number) => void;
}

/** Time for one end, so that the whole of the longest round takes `minutes`. */
export function endMsFor(archers: readonly SimulatedArcher[], minutes: number): number {
  const ends = archers.reduce((most, { round }) => Math.max(most, countEnds(round)), 1);
  return Math.round((minutes * 60_000) / ends);
}

export type DayOutcome = 'finished' | 'stopped';

/**
 * Scores the day to its end, or until the signal. An end begins when every arrow of the end before is answered. A butt whose tablet is
 * sent away (revoked, say) is left alone, and the others go on.
 */
export async function runScoringDay(options: ScoringDayOptions): Promise<DayOutcome> {
  const { archers, cardOf, signal, onEnd } = options;
  const last = archers.reduce((most, { round }) => Math.max(most, countEnds(round)), 0);
  const stopped = new Promise<readonly Answer[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([]), { once: true });
  });
  let saved = 1;
  while (saved > 0) {
    saved = 0;
    for (let end = presentEnd(archers, cardOf) ?? last + 1; end <= last; end += 1) {
      onEnd?.(end);
      const answers = await scoreEnd(end, stopped, options);
      if (signal.aborted) return 'stopped';
      saved += answers.filter(({ kind }) => kind === 'saved').length;
    }
  }
  return 'finished';
}

async function scoreEnd(
  end: number,
  stopped: Promise<readonly Answer[]>,
  options: ScoringDayOptions,
): Promise<readonly Answer[]> {
  const { archers, tablets, cardOf, seed, endMs, signal, clock = systemClock } = options;
  const plan = planEnd(archers, { seed, end, endMs });
  const open = plan.filter(({ entry, butt, box }) => tablets.has(butt) && !cardOf(entry).ends[end - 1]?.[box]);
  const startedAt = clock.now();
  const answers: Promise<Answer>[] = [];
  for (const { atMs, butt, entry, box, arrow } of open) {
    if (!(await slept(clock, startedAt + atMs - clock.now(), signal))) break;
    const answer = tablets.get(butt)?.submit({ kind: 'scoreArrows', entry, end, first: box, arrows: [arrow] });
    if (answer) answers.push(answer);
  }
  if (open.length > 0) await slept(clock, startedAt + endMs - clock.now(), signal);
  return signal.aborted ? [] : Promise.race([Promise.all(answers), stopped]);
}

/** False when the signal came first. */
async function slept(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  if (milliseconds <= 0) return true;
  try {
    await clock.sleep(milliseconds, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
