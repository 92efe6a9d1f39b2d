// The thread that prints: one order, then it ends, and its memory with it. Whoever no longer wants it ends it before.
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../kit/invariant.ts';
import type { PrintingMessage } from './messages.ts';
import { type PrintOrder, printDocument } from './print-document.ts';

const port = parentPort;
invariant(port, 'printing is started as a worker');
const { order, fontFolder } = workerData as { readonly order: PrintOrder; readonly fontFolder: string };
const step = 8;

function post(message: PrintingMessage, moved: ArrayBuffer[] = []) {
  port?.postMessage(message, moved);
}

function drawn(pages: number, of: number) {
  if (pages % step === 0 || pages === of) post({ kind: 'drawn', pages, of });
}

// A rejection is told as the thread's error: see start-printing.ts.
printDocument(order, fontFolder, drawn).then((pdf) => {
  if (pdf === undefined) return post({ kind: 'empty' });
  const own = new Uint8Array(pdf);
  return post({ kind: 'printed', pdf: own }, [own.buffer]);
});
