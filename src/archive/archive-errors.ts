// What can be wrong with the archive's file, and what SQLite's codes mean to a person.
import Sqlite from 'better-sqlite3';

export type ArchiveFileProblem = 'newer' | 'damaged' | 'unusable';

/** The archive cannot be opened; the message is for a person. */
export class ArchiveFileError extends Error {
  override readonly name = 'ArchiveFileError';
  readonly problem: ArchiveFileProblem;

  constructor(problem: ArchiveFileProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** Wrong statements and broken rules are ours; everything else that SQLite says is the world's. */
const defects = /^SQLITE_(ERROR|MISUSE|RANGE|MISMATCH|CONSTRAINT|SCHEMA|INTERNAL)/;

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL/, 'The disk is full: make space'],
  [/^SQLITE_IOERR/, 'The disk reports errors'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'The archive file is damaged'],
  [/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/, 'The archive file cannot be written to'],
  [/^SQLITE_(BUSY|LOCKED)/, 'Another program holds the archive file'],
];

/** In words what keeps SQLite from working; undefined when the error is not the world's fault. */
export function troubleOf(error: unknown): string | undefined {
  if (!(error instanceof Sqlite.SqliteError) || defects.test(error.code)) return undefined;
  const sentence = sentences.find(([pattern]) => pattern.test(error.code))?.[1] ?? 'The archive file cannot be used';
  return `${sentence} (${error.code}: ${error.message})`;
}
