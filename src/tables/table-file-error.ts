// Why a spreadsheet's file cannot be read: a closed list, each with a sentence for whoever chose the file.
import type { FileProblem } from '../wire/api-import.ts';

export class TableFileError extends Error {
  override readonly name = 'TableFileError';
  readonly problem: FileProblem;

  constructor(code: FileProblem['code'], details: FileProblem['details'] = {}, options: ErrorOptions = {}) {
    super(code, options);
    this.problem = { code, details };
  }
}
