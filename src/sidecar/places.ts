// Where Redis's files are: all in one folder of the data folder, only the owner may look.
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { makeSocketPlace } from '../kit/socket-place.ts';

export interface SidecarPlaces {
  readonly folder: string;
  readonly confPath: string;
  readonly pidPath: string;
  readonly socketPath: string;
}

export function makePlaces(dataFolder: string): SidecarPlaces {
  mkdirSync(join(dataFolder, 'redis'), { recursive: true, mode: 0o700 });
  const folder = realpathSync(join(dataFolder, 'redis'));
  return {
    folder,
    confPath: join(folder, 'redis.conf'),
    pidPath: join(folder, 'redis.pid'),
    socketPath: makeSocketPlace(folder, 'redis.sock'),
  };
}
