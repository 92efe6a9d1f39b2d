// A load test on the terminal: the table while it runs and when it is over, and what it means.
import type { Latency } from '../simulator/load/latencies.ts';
import { diskShareOf, type LoadFigures } from '../simulator/load/load-figures.ts';
import { limits, type Verdict } from '../simulator/load/verdict.ts';
import { renderTable } from './table.ts';
import { describeBytes } from './units.ts';

const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

function timeRow(title: string, { count, p50, p99, max }: Latency, limit: string): readonly string[] {
  return count === 0 ? [title, '-', '-', '-', limit] : [title, ms(p50), ms(p99), ms(max), limit];
}

const columns = [
  { title: '' },
  { title: 'half' },
  { title: '99 of 100' },
  { title: 'slowest' },
  { title: 'allowed (99 of 100)' },
].map((column, index) => (index === 0 ? column : { ...column, align: 'right' as const }));

function coreWords({ processor }: LoadFigures): string {
  const { cores, appliance, redis, generator, others } = processor;
  const parts = [
    `Tenring ${appliance.toFixed(2)}`,
    ...(redis === undefined ? [] : [`Redis ${redis.toFixed(2)}`]),
    `this load ${generator.toFixed(2)}`,
    ...(others === undefined ? [] : [`others ${others.toFixed(2)}`]),
  ];
  return `${parts.join(', ')}${cores === undefined ? '' : `, of ${cores} cores`}`;
}

function memoryWords({ memory }: LoadFigures): string {
  const { applianceBytes, redisBytes, freeBytes, totalBytes } = memory;
  const redis = redisBytes === undefined ? '' : `Redis ${describeBytes(redisBytes)}, `;
  return `Tenring ${describeBytes(applianceBytes)}, ${redis}${describeBytes(freeBytes)} of ${describeBytes(totalBytes)} free`;
}

function diskWords(figures: LoadFigures): string | undefined {
  const share = diskShareOf(figures);
  if (share === undefined || !figures.disk) return undefined;
  return `keeps a record in ${ms(figures.disk.p50)} ms, 99 of 100 in ${ms(figures.disk.p99)}: about ${Math.round(share * 100)} % of the time until a score is saved`;
}

/** Lines without an end of line. */
export function figureLines(figures: LoadFigures): readonly string[] {
  const { ack, screen, sent, saved, loopLagMs, tabletsConnected, viewersConnected, resyncs, refused } = figures;
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Tablets', `${tabletsConnected} connected, ${sent} ends sent, ${saved} saved, ${refusals} refused`],
    ['Viewers', `${viewersConnected} connected, ${resyncs} boards sent again whole`],
    ['Processor', coreWords(figures)],
    ['Memory', memoryWords(figures)],
    ['Disk', diskWords(figures)],
    [
      'Event loop',
      loopLagMs === undefined ? undefined : `${ms(Math.max(0, loopLagMs))} ms late, in its slowest moments`,
    ],
  ];
  return [
    ...renderTable(columns, [
      timeRow('Saved after, ms', ack, String(limits.ackMs)),
      timeRow('On screens after, ms', screen, String(limits.screenMs)),
    ]),
    '',
    ...facts.flatMap(([title, words]) => (words === undefined ? [] : [`${title.padEnd(10)}  ${words}`])),
  ];
}

export function verdictLines({ sentences }: Verdict): readonly string[] {
  return ['', ...sentences];
}

const wide = 24;

export function runningLines(elapsedMs: number, wholeMs: number, figures: LoadFigures): readonly string[] {
  const share = Math.min(1, elapsedMs / wholeMs);
  const done = Math.round(share * wide);
  const bar = `${'█'.repeat(done)}${'░'.repeat(wide - done)}`;
  const left = Math.max(0, Math.ceil((wholeMs - elapsedMs) / 1_000));
  return [`${bar}  ${Math.round(share * 100)} %, ${left} s left`, '', ...figureLines(figures)];
}
