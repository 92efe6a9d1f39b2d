// What the figures of a load test mean for the day of the event, in words: is it enough, and if not, what to do. Pure.
import type { LoadFigures } from './load-figures.ts';

/** At the 99th of 100, in milliseconds. */
export const limits = { ackMs: 250, screenMs: 100 } as const;

/** Names of what was in the way. */
export type Bottleneck = 'answers' | 'disk' | 'load' | 'otherPrograms' | 'processor' | 'unknown';

export interface Verdict {
  readonly enough: boolean;
  /** Half of each limit, of the processor and a tenth of the memory are left. */
  readonly reserve: boolean;
  readonly bottleneck: Bottleneck | undefined;
  readonly sentences: readonly string[];
}

const [half, busy, others] = [0.5, 0.8, 0.25];
const leastFreeMemory = 0.1;
/** Of fewer the slowest hundredth is two or three. */
const fewEnds = 300;

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const cores = (value: number) => value.toFixed(1);
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What should have come and did not. */
function missingIn({ field, refused, unanswered, saved, screen, viewersLost, troubles }: LoadFigures): string[] {
  const missing: string[] = [];
  for (const [code, count] of Object.entries(refused)) missing.push(`${count} ends were refused (${code}).`);
  if (unanswered > 0) missing.push(`${unanswered} ends were not acknowledged within ten seconds.`);
  if (saved === 0) missing.push('No end was saved.');
  if (saved > 0 && field.viewers > 0 && screen.count === 0) missing.push('No score reached a screen.');
  if (viewersLost > 0) missing.push(`Viewers were cut off ${viewersLost} times.`);
  return [...missing, ...troubles];
}

function isWithin({ ack, screen }: LoadFigures): boolean {
  return ack.p99 <= limits.ackMs && screen.p99 <= limits.screenMs;
}

function usedCores({ processor: { appliance, redis = 0, generator, others: rest = 0 } }: LoadFigures): number {
  return appliance + redis + generator + rest;
}

function hasReserve(figures: LoadFigures): boolean {
  const { ack, screen, processor, memory } = figures;
  return (
    ack.p99 <= limits.ackMs * half &&
    screen.p99 <= limits.screenMs * half &&
    (processor.cores === undefined || usedCores(figures) <= processor.cores * half) &&
    memory.freeBytes >= memory.totalBytes * leastFreeMemory
  );
}

function findBottleneck(figures: LoadFigures): Bottleneck {
  const { ack, disk, processor, isShared } = figures;
  const { cores: all, appliance, generator, others: rest = 0 } = processor;
  const isBusy = all !== undefined && usedCores(figures) >= all * busy;
  // First, because they may be what keeps the disk busy as well.
  if (isBusy && rest >= all * others) return 'otherPrograms';
  if (disk && ack.p99 > limits.ackMs * half && disk.p99 >= ack.p99 * half) return 'disk';
  if (isBusy) return isShared && generator > appliance ? 'load' : 'processor';
  // Its main thread has one core, however many there are.
  return appliance >= busy ? 'processor' : 'unknown';
}

function adviceFor(bottleneck: Bottleneck, { disk, processor, loopLagMs = 0 }: LoadFigures): string {
  const of = processor.cores === undefined ? '' : ` of ${processor.cores}`;
  switch (bottleneck) {
    case 'answers':
      return 'Look at tenring status and the log before the event: this must not happen.';
    case 'disk':
      return `The disk is in the way: it takes up to ${ms(disk?.p99 ?? 0)} to keep a record. Put the data folder on an SSD (--data), and keep other programs from writing to it.`;
    case 'load':
      return `The load itself took ${cores(processor.generator)}${of} cores, more than Tenring. Try it from a second machine: tenring loadtest --url.`;
    case 'otherPrograms':
      return `Other programs on this machine took ${cores(processor.others ?? 0)}${of} cores: stop them and try again.`;
    case 'processor':
      return `The processor is in the way: Tenring took ${cores(processor.appliance)}${of} cores. Take a faster machine, or fewer viewers: phones may follow the internet page.`;
    case 'unknown':
      return `Neither disk nor processor was busy all the time (Tenring itself came up to ${ms(loopLagMs)} late): something stopped this machine now and then. Try again, also with other programs closed.`;
  }
}

function opening(figures: LoadFigures, enough: boolean, reserve: boolean): string {
  const { field, ack, screen } = figures;
  const who = `${field.tablets} tablets and ${field.viewers} viewers`;
  const screens = field.viewers > 0 ? ` and on the screens after ${ms(screen.p99)}` : '';
  const measured = `99 of 100 scores were saved after ${ms(ack.p99)}${screens} (allowed: ${limits.ackMs} and ${limits.screenMs} ms)`;
  if (!enough) return `Not enough for ${who}: ${measured}.`;
  return `Enough for ${who}, ${reserve ? 'with reserve' : 'without much reserve'}: ${measured}.`;
}

function tightIn(figures: LoadFigures): string[] {
  const { memory, processor } = figures;
  const tight: string[] = [];
  if (memory.freeBytes < memory.totalBytes * leastFreeMemory)
    tight.push(`Only ${percent(memory.freeBytes / memory.totalBytes)} of the memory are free: close other programs.`);
  if (processor.cores !== undefined && usedCores(figures) > processor.cores * half)
    tight.push(`${cores(usedCores(figures))} of ${processor.cores} cores were busy.`);
  return tight;
}

/** What this test cannot know. */
function reservations({ isShared, processor: { cores: all = 0 }, saved }: LoadFigures): string[] {
  const few = saved < fewEnds ? [`Only ${saved} ends were sent: a longer test says more (--minutes).`] : [];
  if (!isShared) return [...few, 'The network between the two machines is measured, the venue’s Wi-Fi is not.'];
  return [
    ...few,
    `Load and Tenring shared the ${all} cores of this machine: alone it does better.`,
    'Wi-Fi is not measured: tablets and viewers were programs. Try a few real tablets at the far ends of the field.',
  ];
}

export function judgeLoad(figures: LoadFigures): Verdict {
  const missing = missingIn(figures);
  const enough = missing.length === 0 && isWithin(figures);
  const reserve = enough && hasReserve(figures);
  const bottleneck = enough ? undefined : missing.length > 0 ? 'answers' : findBottleneck(figures);
  return {
    enough,
    reserve,
    bottleneck,
    sentences: [
      opening(figures, enough, reserve),
      ...missing,
      ...(bottleneck ? [adviceFor(bottleneck, figures)] : []),
      ...tightIn(figures),
      ...reservations(figures),
    ],
  };
}
