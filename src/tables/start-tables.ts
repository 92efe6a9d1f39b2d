// Starts the thread of one order.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../kit/installation.ts';
import type { TablesMessage, TablesOrder } from './messages.ts';

export interface TablesTold {
  readonly said: (message: TablesMessage) => void;
  /** Told at the end of the thread, whatever became of it; an error unless it has said its last word. */
  readonly ended: (error: Error | undefined) => void;
}

export interface RunningTables {
  end(): void;
}

export type StartTables = (order: TablesOrder, told: TablesTold) => RunningTables;

export function createStartTables(heapMegabytes: number): StartTables {
  return (order, { said, ended }) => {
    const worker = new Worker(workerFile('tables'), {
      workerData: order,
      name: 'tables',
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    let failure: Error | undefined;
    worker.on('message', said);
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', () => ended(failure));
    return { end: () => void worker.terminate() };
  };
}
