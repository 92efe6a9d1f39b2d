// The flags of a load test as a plan, checked; and what it will do, in words.
import { type LoadShape, mostEndsOfOne, usualEndsPerSecond, whistlesIn } from '../simulator/load/plan-ends.ts';
import { CommandError } from './command-error.ts';
import { mostEnds } from './load-competition.ts';

export interface PlanFlags {
  readonly tablets: string;
  readonly archersPerTablet: string;
  readonly viewers: string;
  readonly minutes: string;
  readonly rate?: string;
  readonly whistleEvery: string;
}

export interface LoadtestPlan {
  readonly shape: LoadShape;
  readonly viewers: number;
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

/** Throws CommandError. */
function numberOf(flag: string, text: string, { from, to, whole }: Bounds): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= from && value <= to) || (whole && !Number.isInteger(value)))
    throw new CommandError(
      'usage',
      `${flag} has to be ${whole ? 'a whole number' : 'a number'} from ${from} to ${to}, not "${text}".`,
    );
  return value;
}

/** One machine sends from one address, which may hold two thousand sockets. Throws CommandError. */
export function planOf(flags: PlanFlags): LoadtestPlan {
  const tablets = numberOf('--tablets', flags.tablets, { from: 1, to: 400, whole: true });
  const archersPerTablet = numberOf('--archers-per-tablet', flags.archersPerTablet, { from: 1, to: 8, whole: true });
  const viewers = numberOf('--viewers', flags.viewers, { from: 0, to: 1_500, whole: true });
  const minutes = numberOf('--minutes', flags.minutes, { from: 0.05, to: 600 });
  const usual = usualEndsPerSecond({ tablets, archersPerTablet });
  const endsPerSecond = flags.rate === undefined ? usual : numberOf('--rate', flags.rate, { from: 0.01, to: 5_000 });
  const whistleEverySeconds = numberOf('--whistle-every', flags.whistleEvery, { from: 0, to: 3_600 });
  const seconds = Math.round(minutes * 60);
  const shape = { tablets, archersPerTablet, endsPerSecond, seconds, whistleEverySeconds, seed: 1 };
  if (mostEndsOfOne(shape) > mostEnds) {
    const words = `Each archer would have ${mostEndsOfOne(shape)} ends, and a card has at most ${mostEnds}: more tablets, fewer minutes or a lower --rate.`;
    throw new CommandError('usage', words);
  }
  return { shape, viewers };
}

/** "60 tablets with 4 archers each and 200 viewers for 2 minutes: an end a second, and everybody’s at the same time every 30 s" */
export function describePlan({ shape, viewers }: LoadtestPlan): string {
  const { tablets, archersPerTablet, endsPerSecond, seconds, whistleEverySeconds } = shape;
  const time = seconds < 120 ? `${seconds} s` : `${Number((seconds / 60).toFixed(1))} minutes`;
  const rate = endsPerSecond === 1 ? 'an end' : `${Number(endsPerSecond.toFixed(2))} ends`;
  const whistles = whistlesIn(shape).length;
  const often = whistles === 1 ? 'once' : `every ${whistleEverySeconds} s`;
  const bursts = whistles === 0 ? '' : `, and everybody’s at the same time ${often}`;
  return `${tablets} tablets with ${archersPerTablet} archers each and ${viewers} viewers for ${time}: ${rate} a second${bursts}`;
}
