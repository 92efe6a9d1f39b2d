// Addresses under which this appliance was reached before and is not any more, also before the last restart: QR codes that were printed with
// them lead nowhere. Kept in DATA/addresses.json, which may be lost without harm.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KnownAddresses {
  /** The latest first. */
  readonly gone: readonly string[];
  /** True when something is gone now that was there before. Throws the system's error when it cannot be noted. */
  update(present: readonly string[]): boolean;
}

const mostGone = 4;

function readNoted(file: string): readonly string[] {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(noted) ? noted.filter((each) => typeof each === 'string') : [];
  } catch {
    // Not there yet, or damaged: nothing is known then, and nothing depends on it.
    return [];
  }
}

export function openKnownAddresses(folder: string): KnownAddresses {
  const file = join(folder, 'addresses.json');
  let known = readNoted(file);
  let gone: readonly string[] = [];
  return {
    get gone() {
      return gone;
    },
    update(present) {
      const before = gone;
      gone = known.filter((address) => !present.includes(address)).slice(0, mostGone);
      const next = [...present, ...gone];
      if (next.join() !== known.join()) {
        known = next;
        writeFileSync(`${file}.new`, JSON.stringify(known));
        renameSync(`${file}.new`, file);
      }
      return gone.some((address) => !before.includes(address));
    },
  };
}
