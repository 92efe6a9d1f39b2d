// The access store of one box: access.json, which `tenring password` may write too, and a one-time code in memory.
import { StartError } from '../config/start-error.ts';
import { AccessUnavailableError } from './access.ts';
import {
  accessFileIn,
  accessFileMark,
  createAccessFile,
  DamagedAccessFileError,
  readAccessFile,
  replaceAccessFile,
  writeAccessFile,
} from './access-file.ts';
import type { AccessStore } from './access-store.ts';
import { createDeskCode, type RandomBytes, readHumanCode } from './human-code.ts';
import { isSameSecret } from './secrets.ts';

/** Throws StartError when the folder's access.json cannot be read or written. */
export function openFileAccessStore(folder: string, random: RandomBytes): AccessStore {
  let file = usable(folder, () => {
    const found = readAccessFile(folder);
    if (found) return found;
    const created = createAccessFile(random);
    writeAccessFile(folder, created);
    return created;
  });
  let mark = accessFileMark(folder);
  let code = file.password ? undefined : createDeskCode(random);

  function readAgain() {
    const found = readAccessFile(folder);
    mark = accessFileMark(folder);
    if (!found) return;
    file = found;
    if (file.password) code = undefined;
  }

  function isCode(typed: string): boolean {
    return code !== undefined && isSameSecret(readHumanCode(typed), code);
  }

  return {
    get file() {
      return file;
    },
    get ownCode() {
      return code;
    },
    refresh: () =>
      whileAvailable(() => {
        if (accessFileMark(folder) !== mark) readAgain();
      }),
    replace: (seen, changed) =>
      whileAvailable(() => {
        const isReplaced = replaceAccessFile(folder, seen, changed);
        readAgain();
        return isReplaced;
      }),
    isCode,
    takeCode(typed) {
      const isTaken = isCode(typed);
      if (isTaken) code = undefined;
      return Promise.resolve(isTaken);
    },
  };
}

/** For the start: what cannot be read or written, and what to do. */
export function usable<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice =
      error instanceof DamagedAccessFileError
        ? ' Move it away and start again: a one-time code then opens the desk.'
        : '';
    throw new StartError('dataFolder', `${accessFileIn(folder)} cannot be used: ${why}.${advice}`, { cause: error });
  }
}

/** In one turn, so that nobody comes between comparing and writing. */
function whileAvailable<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(new AccessUnavailableError('access.json cannot be read or written', { cause: error }));
  }
}
