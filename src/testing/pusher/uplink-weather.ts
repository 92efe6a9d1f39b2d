// What an uplink goes through in minutes: for a few seconds all is well, for a few another thing is wrong with it.
import { rmSync, writeFileSync } from 'node:fs';
import type { Fault, PusherServer } from './pusher-server.ts';

/** `noName`: connections are cut, and the server's name is unknown (no-name.ts). */
export type Trouble = Exclude<Fault, 'none'> | 'noName';

export const troubles: readonly Trouble[] = [
  ...(['refuse', { status: 500 }, 'flap', 'noName', { status: 413 }, 'hang'] as const),
  ...([{ status: 429 }, { status: 401 }] as const),
];

export interface Weather {
  /** From now on by turns well and in this trouble, until it is told otherwise. */
  turn(trouble: Trouble): void;
  clear(): void;
}

export function createWeather(server: PusherServer, nameFile: string, everyMs: number): Weather {
  let timer: NodeJS.Timeout | undefined;

  function set(trouble: Trouble | undefined) {
    if (trouble === 'noName') writeFileSync(nameFile, '');
    else rmSync(nameFile, { force: true });
    server.fault = trouble === undefined ? 'none' : trouble === 'noName' ? 'refuse' : trouble;
  }

  function clear() {
    clearInterval(timer);
    set(undefined);
  }

  return {
    turn(trouble) {
      clear();
      let isBad = false;
      timer = setInterval(() => {
        isBad = !isBad;
        set(isBad ? trouble : undefined);
      }, everyMs);
    },
    clear,
  };
}
