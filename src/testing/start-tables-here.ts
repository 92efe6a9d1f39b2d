// A thread of tables that is none: the same code in this process, a turn later, as a thread would.
import { readXlsx } from '../tables/read-xlsx.ts';
import type { StartTables } from '../tables/start-tables.ts';
import { TableFileError } from '../tables/table-file-error.ts';
import { writeFile } from '../tables/write-tables.ts';

export const startTablesHere: StartTables = (order, { said, ended }) => {
  let isOver = false;
  setImmediate(() => {
    try {
      if (order.kind === 'read') said({ kind: 'read', sheet: readXlsx(order.bytes, order.sheet) });
      else {
        for (const piece of writeFile(order)) said({ kind: 'piece', bytes: new Uint8Array(piece) });
        said({ kind: 'written' });
      }
    } catch (error) {
      if (!(error instanceof TableFileError)) throw error;
      said({ kind: 'unreadable', problem: error.problem });
    }
    if (!isOver) ended(undefined);
    isOver = true;
  });
  return {
    end() {
      if (!isOver) ended(undefined);
      isOver = true;
    },
  };
};
