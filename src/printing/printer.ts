// Orders, one after the other, each in a thread of its own, and what they became: kept for minutes, few, and not too large together. An order
// that nobody asks for any more is ended.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { PrintOrder } from './print-document.ts';
import type { RunningPrint, StartPrinting } from './start-printing.ts';

export type PrintState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly pages: number; readonly of: number }
  | { readonly kind: 'done'; readonly pdf: Uint8Array }
  /** There is no page: nobody is entered, say. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed' };

export interface Print {
  readonly id: string;
  readonly competition: string;
  readonly state: PrintState;
}

export interface Printer {
  /** Undefined while as many orders wait as may wait. The order is made when its turn comes; undefined: there is nothing any more. */
  start(competition: string, order: () => PrintOrder | undefined): Print | undefined;
  /** Asking keeps it alive. */
  find(competition: string, id: string): Print | undefined;
  cancel(id: string): void;
  close(): void;
}

export interface PrinterParts {
  readonly startPrinting: StartPrinting;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** Waiting, under way and done. */
const mostPrints = 12;
const mostBytes = 64 * 1024 * 1024;
/** Pages ask every half second. */
const forgottenAfterMs = 60_000;
const keptForMs = 5 * 60_000;

interface Kept extends Print {
  state: PrintState;
  readonly order: () => PrintOrder | undefined;
  askedAt: number;
}

export function createPrinter({ startPrinting, clock, log }: PrinterParts): Printer {
  const kept = new Map<string, Kept>();
  let running: { readonly print: Kept; readonly thread: RunningPrint } | undefined;
  const isOpen = ({ state: { kind } }: Print) => kind === 'waiting' || kind === 'working';

  function drop(print: Kept) {
    kept.delete(print.id);
    if (running?.print !== print) return;
    running.thread.end();
    running = undefined;
  }

  function sweep() {
    const now = clock.now();
    for (const print of kept.values()) {
      if (now - print.askedAt > (isOpen(print) ? forgottenAfterMs : keptForMs)) drop(print);
    }
    let bytes = [...kept.values()].reduce((sum, print) => sum + bytesOf(print), 0);
    // The newest stays whatever its size: somebody waits for it.
    const done = [...kept.values()].filter((print) => bytesOf(print) > 0).slice(0, -1);
    for (const print of done) {
      if (bytes <= mostBytes) break;
      bytes -= bytesOf(print);
      drop(print);
    }
  }

  function next() {
    sweep();
    if (running) return;
    const print = [...kept.values()].find(({ state }) => state.kind === 'waiting');
    if (!print) return;
    const order = print.order();
    if (!order) {
      print.state = { kind: 'empty' };
      return next();
    }
    print.state = { kind: 'working', pages: 0, of: 0 };
    const ended = (state: PrintState) => {
      if (running?.print !== print) return;
      print.state = state;
      print.askedAt = clock.now();
      running = undefined;
      next();
    };
    const thread = startPrinting(order, {
      drawn: (pages, of) => {
        if (running?.print !== print) return;
        print.state = { kind: 'working', pages, of };
        // Whoever went away is noticed here.
        next();
      },
      printed: (pdf) => ended({ kind: 'done', pdf }),
      empty: () => ended({ kind: 'empty' }),
      failed: (error) => {
        if (running?.print !== print) return;
        log.error({ error: String(error) }, 'a document could not be printed');
        ended({ kind: 'failed' });
      },
    });
    running = { print, thread };
  }

  return {
    start(competition, order) {
      sweep();
      if (kept.size >= mostPrints) {
        const oldest = [...kept.values()].find((print) => !isOpen(print));
        if (!oldest) return undefined;
        drop(oldest);
      }
      const print: Kept = { id: randomUUID(), competition, order, state: { kind: 'waiting' }, askedAt: clock.now() };
      kept.set(print.id, print);
      next();
      return print;
    },
    find(competition, id) {
      next();
      const print = kept.get(id);
      if (print?.competition !== competition) return undefined;
      print.askedAt = clock.now();
      return print;
    },
    cancel(id) {
      const print = kept.get(id);
      if (print) drop(print);
      next();
    },
    close() {
      for (const print of [...kept.values()]) drop(print);
    },
  };
}

function bytesOf({ state }: Print): number {
  return state.kind === 'done' ? state.pdf.byteLength : 0;
}
