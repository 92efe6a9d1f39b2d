// The way in for whoever may open the data folder: the same routes on a unix socket that only its owner (and root) can connect to. What
// comes by it is the organiser's without a log-in, so that the console always regains control.
import { realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { controlSocketName, makeSocketPlace } from '../kit/socket-place.ts';
import type { App } from './app.ts';
import { admitControl } from './control-connections.ts';

export interface ControlSocket {
  readonly path: string;
  close(): Promise<void>;
}

/** As for those of the network (open-http.ts). */
const closeWithinMs = 3_000;

/** The folder is locked by us: a socket that is there already is that of a killed process. Rejects with the system's error. */
export async function openControlSocket(app: App, dataFolder: string): Promise<ControlSocket> {
  const path = makeSocketPlace(realpathSync(dataFolder), controlSocketName);
  rmSync(path, { force: true });
  const server = createServer((request, response) => app.routing(request, response));
  server.on('connection', admitControl);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', resolve);
    // The socket is made in this very call: nobody can connect in between.
    const before = process.umask(0o177);
    try {
      server.listen(path);
    } finally {
      process.umask(before);
    }
  });
  return {
    path,
    async close() {
      const timer = setTimeout(() => server.closeAllConnections(), closeWithinMs);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(timer);
      rmSync(path, { force: true });
    },
  };
}
