// The tablets of one competition, in a process of their own (tablets-process.ts starts it). They type, send, and write down what they were
// told. A new process goes on where a killed one stopped: what was typed and not answered is sent again, under its old id.
import { readFileSync } from 'node:fs';
import { type ArrowValue, compareArrowValues } from '../../domain/arrow-value.ts';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { createRandom } from '../../simulator/random.ts';
import { openSimulatedTablet, type SimulatedTablet } from '../../simulator/simulated-tablet.ts';
import type { DeviceCredentials } from '../../wire/client-to-server.ts';
import { createCommandId } from '../../wire/command-id.ts';
import { type LedgerLine, readLedger, type Typed, writeLine } from './ledger.ts';

export interface TabletsOrder {
  readonly url: string;
  readonly ledger: string;
  readonly competition: string;
  readonly seed: number;
  readonly ends: number;
  readonly arrowsPerEnd: number;
  /** Pause between two arrows of one tablet. */
  readonly pauseMs: number;
  readonly tablets: readonly { readonly credentials: DeviceCredentials; readonly entries: readonly number[] }[];
}

const values: readonly [ArrowValue, ...ArrowValue[]] = ['10', 'X', '10', '9', '9', '8', '7', '6', '5', 'M'];

/** Waits are cut short: a round has seconds only. */
const hasty: Clock = {
  now: () => systemClock.now(),
  sleep: (milliseconds, signal) => systemClock.sleep(Math.min(milliseconds, 500), signal),
};
const answerDeadlineMs = 500;
const mostUnanswered = 4;
/** Acknowledged arrows that are sent once more, by chance, as a tablet does that has missed the answer. */
const againOneIn = 15;

function arrowsOf(seed: number, entry: number, end: number, count: number): readonly ArrowValue[] {
  const random = createRandom(seed, entry, end);
  return Array.from({ length: count }, () => random.pick(values)).sort(compareArrowValues);
}

/** All arrows of one tablet's archers, in the order of typing. */
function* planOf({ seed, ends, arrowsPerEnd }: TabletsOrder, entries: readonly number[]) {
  for (let end = 1; end <= ends; end += 1) {
    for (const entry of entries) {
      for (const [first, arrow] of arrowsOf(seed, entry, end, arrowsPerEnd).entries())
        yield { entry, end, first, arrow };
    }
  }
}

function keyOf({ entry, end, first }: Pick<Typed, 'entry' | 'end' | 'first'>): string {
  return `${entry}/${end}/${first}`;
}

async function score(order: TabletsOrder, index: number, earlier: readonly LedgerLine[]): Promise<void> {
  const { url, ledger, competition, pauseMs } = order;
  const mine = order.tablets[index];
  if (!mine) return;
  const tablet = openSimulatedTablet({ url, credentials: mine.credentials, clock: hasty, answerDeadlineMs });
  const random = createRandom(order.seed, index, earlier.length);
  const answered = new Set(earlier.flatMap((line) => (line.kind === 'typed' ? [] : [line.commandId])));
  const typed = new Map(earlier.flatMap((line) => (line.kind === 'typed' ? [[keyOf(line), line] as const] : [])));

  async function send(tabletNow: SimulatedTablet, { entry, end, first, arrow, commandId }: Typed): Promise<void> {
    const answer = await tabletNow.submit({ kind: 'scoreArrows', entry, end, first, arrows: [arrow] }, commandId);
    if (answer.kind === 'saved') writeLine(ledger, { kind: 'saved', competition, commandId, seq: answer.at.seq });
    if (answer.kind === 'rejected')
      writeLine(ledger, { kind: 'refused', competition, commandId, code: answer.rejection.code });
  }

  for (const planned of planOf(order, mine.entries)) {
    const before = typed.get(keyOf(planned));
    if (before && answered.has(before.commandId)) continue;
    const line: Typed = before ?? { kind: 'typed', competition, commandId: createCommandId(), ...planned };
    if (!before) writeLine(ledger, line);
    void send(tablet, line).then(() => (random.integer(againOneIn) === 0 ? send(tablet, line) : undefined));
    await systemClock.sleep(pauseMs * (0.5 + random.next()));
    while (tablet.unanswered >= mostUnanswered) await systemClock.sleep(5);
  }
}

const order: TabletsOrder = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const earlier = readLedger(order.ledger, order.competition);
await Promise.all(order.tablets.map((_, index) => score(order, index, earlier)));
// A tablet with nothing left to type stays connected, as in life.
