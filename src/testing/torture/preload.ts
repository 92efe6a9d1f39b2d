// Loaded into the appliance before its own code (--import), for what no signal can do: ending one thread at any moment, setting the clock
// back. Nothing of it is in the program that is shipped.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';

export type Order =
  | { readonly kind: 'endThread'; readonly name: string }
  | { readonly kind: 'clock'; readonly byMs: number };

let shiftMs = Number(process.env.TORTURE_CLOCK_MS ?? 0);
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + shiftMs;
  }
}
globalThis.Date = ShiftedDate as DateConstructor;

const { TORTURE_ORDERS: orders } = process.env;
if (isMainThread && orders !== undefined) {
  const threads = createRequire(import.meta.url)('node:worker_threads');
  const running = new Map<string, { terminate(): Promise<number> }>();
  threads.Worker = class extends threads.Worker {
    constructor(file: string, options: { readonly name?: string }) {
      super(file, options);
      running.set(options.name ?? file, this as unknown as { terminate(): Promise<number> });
    }
  };
  syncBuiltinESMExports();
  // No channel of the parent process: the appliance begins once more to take its memory, and would lose it.
  const lines = createInterface(connect(orders).unref());
  lines.on('line', (line) => {
    const order: Order = JSON.parse(line);
    if (order.kind === 'clock') shiftMs = order.byMs;
    else void running.get(order.name)?.terminate();
  });
}
