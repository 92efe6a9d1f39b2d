// Where the password's hash, the secret of join keys and the one-time code are kept: in the data folder of one box, or in the Redis that
// several nodes share.
import type { AccessFile } from './access-file.ts';

/** Throws AccessUnavailableError where it is asynchronous. */
export interface AccessStore {
  /** As it was last read. */
  readonly file: AccessFile;
  /** The one-time code that this start made, to be shown here; undefined once no code opens the desk any more. */
  readonly ownCode: string | undefined;
  /** Somebody else may have changed it: another process, another node. */
  refresh(): Promise<void>;
  /** Compared and written in one piece; ends one-time codes. False when it was changed since it was seen, and `file` is then what is there. */
  replace(seen: AccessFile, changed: AccessFile): Promise<boolean>;
  /** Whether this one-time code, or another node's, opens the desk. */
  isCode(typed: string): boolean;
  /** The code is used up, and others with it. False when somebody else was first. */
  takeCode(typed: string): Promise<boolean>;
}
