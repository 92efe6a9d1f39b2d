// The thread of one order: a spreadsheet's file is read, or one is written, and its memory goes with it. What is read may be hostile: whatever it
// does, it does here.
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../kit/invariant.ts';
import type { FileOrder, ReadOrder, TablesMessage, TablesOrder } from './messages.ts';
import { readXlsx } from './read-xlsx.ts';
import { TableFileError } from './table-file-error.ts';
import { writeFile } from './write-tables.ts';

const port = parentPort;
invariant(port, 'tables are started as a worker');

function post(message: TablesMessage, moved: ArrayBuffer[] = []) {
  port?.postMessage(message, moved);
}

function read({ bytes, sheet }: ReadOrder) {
  try {
    post({ kind: 'read', sheet: readXlsx(bytes, sheet) });
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    post({ kind: 'unreadable', problem: error.problem });
  }
}

function write(order: FileOrder) {
  for (const piece of writeFile(order)) {
    const bytes = new Uint8Array(piece);
    post({ kind: 'piece', bytes }, [bytes.buffer]);
  }
  post({ kind: 'written' });
}

const order = workerData as TablesOrder;
if (order.kind === 'read') read(order);
else write(order);
