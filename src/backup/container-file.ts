// The file that becomes a backup, as it grows: what is put stays, what seals it is written over by what comes after. Whenever a seal is on
// disk the file is a whole backup.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { endMark } from './format.ts';

export interface ContainerFile {
  put(chunk: Buffer): void;
  /** These bytes, the checksum and the mark of the end follow what was put. On disk when it returns. */
  seal(last: Buffer): void;
  close(): void;
}

/** Throws the file system's error, also for one that is there. */
export function openContainer(path: string): ContainerFile {
  const descriptor = openSync(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let length = 0;

  function write(bytes: Buffer, at: number) {
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
  }

  return {
    put(chunk) {
      hash.update(chunk);
      write(chunk, length);
      length += chunk.length;
    },
    seal(last) {
      const end = Buffer.concat([last, hash.copy().update(last).digest(), endMark]);
      write(end, length);
      ftruncateSync(descriptor, length + end.length);
      fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}
