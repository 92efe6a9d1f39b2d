// Starts the thread of one order.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../kit/installation.ts';
import type { PrintingMessage } from './messages.ts';
import type { PrintOrder } from './print-document.ts';

export interface PrintingTold {
  readonly drawn: (pages: number, of: number) => void;
  readonly printed: (pdf: Uint8Array) => void;
  readonly empty: () => void;
  /** Told once, and nothing after it. */
  readonly failed: (error: Error) => void;
}

export interface RunningPrint {
  end(): void;
}

export type StartPrinting = (order: PrintOrder, told: PrintingTold) => RunningPrint;

/** `fontFolder`: undefined where the installation has none. */
export function createStartPrinting(fontFolder: string | undefined, heapMegabytes: number): StartPrinting {
  return (order, told) => {
    const worker = new Worker(workerFile('printing'), {
      workerData: { order, fontFolder: fontFolder ?? '' },
      name: 'printing',
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    worker.on('message', (message: PrintingMessage) => {
      switch (message.kind) {
        case 'drawn':
          return told.drawn(message.pages, message.of);
        case 'printed':
          return told.printed(message.pdf);
        case 'empty':
          return told.empty();
      }
    });
    worker.on('error', told.failed);
    // After its own last word this says nothing new; without one it is a failure.
    worker.on('exit', () => told.failed(new Error('the thread ended without a word')));
    return { end: () => void worker.terminate() };
  };
}
