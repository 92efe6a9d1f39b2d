// Orders over a fake thread: one at a time, bounded, given up when nobody asks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrintOrder } from './print-document.ts';
import { createPrinter } from './printer.ts';
import type { PrintingTold } from './start-printing.ts';

const quiet = () => undefined;
const order: () => PrintOrder = () => ({
  document: 'medals',
  options: { paper: 'a4', languages: ['en'] },
  competition: 'cup',
  content: {} as PrintOrder['content'],
  address: '',
  joinPaths: new Map(),
  at: 0,
});

function open() {
  const threads: { told: PrintingTold; ended: boolean }[] = [];
  const clock = { time: 0, now: () => clock.time };
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const printer = createPrinter({
    startPrinting: (_, told) => {
      const thread = { told, ended: false };
      threads.push(thread);
      return {
        end: () => {
          thread.ended = true;
        },
      };
    },
    ...{ clock, log },
  });
  const begin = () => printer.start('cup', order)?.id ?? '';
  const kindOf = (id: string) => printer.find('cup', id)?.state.kind;
  return { printer, threads, clock, begin, kindOf };
}

describe('a printer', () => {
  it('makes one after the other', () => {
    const { threads, begin, kindOf } = open();
    const [first, second] = [begin(), begin()];
    assert.deepEqual([threads.length, kindOf(first), kindOf(second)], [1, 'working', 'waiting']);
    threads[0]?.told.printed(new Uint8Array(3));
    assert.deepEqual([threads.length, kindOf(first), kindOf(second)], [2, 'done', 'working']);
  });

  it('shows a print to its own competition only', () => {
    const { printer, begin } = open();
    assert.equal(printer.find('other', begin()), undefined);
  });

  it('goes on after one that failed, and tells a failure once', () => {
    const { threads, begin, kindOf } = open();
    const [first, second] = [begin(), begin()];
    threads[0]?.told.failed(new Error('no memory'));
    threads[0]?.told.failed(new Error('the thread ended without a word'));
    assert.deepEqual([kindOf(first), kindOf(second), threads.length], ['failed', 'working', 2]);
  });

  it('ends what nobody asks for any more, and keeps what somebody does', () => {
    const { threads, clock, begin, kindOf } = open();
    const [first, second] = [begin(), begin()];
    clock.time = 50_000;
    assert.equal(kindOf(second), 'waiting');
    clock.time = 70_000;
    threads[0]?.told.drawn(8, 100);
    assert.deepEqual([threads[0]?.ended, kindOf(first), kindOf(second)], [true, undefined, 'working']);
  });

  it('ends what is cancelled and hears no more of it', () => {
    const { printer, threads, begin, kindOf } = open();
    const id = begin();
    printer.cancel(id);
    threads[0]?.told.printed(new Uint8Array(3));
    assert.deepEqual([threads[0]?.ended, kindOf(id)], [true, undefined]);
  });

  it('keeps a PDF for five minutes after it was last asked for', () => {
    const { threads, clock, begin, kindOf } = open();
    const id = begin();
    threads[0]?.told.printed(new Uint8Array(3));
    clock.time = 300_000;
    assert.equal(kindOf(id), 'done');
    clock.time = 600_001;
    assert.equal(kindOf(id), undefined);
  });

  it('takes twelve orders; done ones make room, waiting ones do not', () => {
    const { printer, threads, begin, kindOf } = open();
    const ids = Array.from({ length: 12 }, begin);
    assert.equal(printer.start('cup', order), undefined);
    threads[0]?.told.printed(new Uint8Array(3));
    assert.notEqual(begin(), '');
    assert.deepEqual([kindOf(ids[0] ?? ''), kindOf(ids[1] ?? '')], [undefined, 'working']);
  });

  it('keeps at most 64 MB, but always the newest', () => {
    const { threads, begin, kindOf } = open();
    const [first, second] = [begin(), begin()];
    threads[0]?.told.printed(new Uint8Array(40 * 1024 * 1024));
    threads[1]?.told.printed(new Uint8Array(40 * 1024 * 1024));
    assert.deepEqual([kindOf(first), kindOf(second)], [undefined, 'done']);
  });
});
