// uWebSockets.js must load under Node 24. Its addon is linked against glibc 2.38; where the machine has an older one, a
// patched copy takes its place, but only after it has been loaded and has served one request.
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { SetupProblem, succeeds } from '../commands.mjs';
import { patchGlibc, UnrecognisedAddon } from '../patch-glibc.mjs';
import { fileKey, hashOf, isStamped, machineKey, nodeBinary, place, stamp } from '../places.mjs';

const addon = place('node_modules', 'uWebSockets.js', 'uws_linux_x64_137.node');
const candidate = place('node_modules', 'uWebSockets.js', `.candidate-${process.pid}.node`);

const serveOneRequest = `
  const uws = require(process.argv[1]);
  const app = uws.App().get('/*', (response) => response.end('served'));
  app.listen('127.0.0.1', 0, async (listening) => {
    const reply = await fetch('http://127.0.0.1:' + uws.us_socket_local_port(listening));
    if ((await reply.text()) !== 'served') process.exitCode = 1;
    app.close();
  });`;

const works = (path) => succeeds(nodeBinary, ['--eval', serveOneRequest, path], { timeout: 30_000 });
const key = () => hashOf(machineKey(), fileKey(addon), fileKey(nodeBinary), { files: ['build/patch-glibc.mjs'] });

async function replaceByPatchedCopy() {
  const patched = patchGlibc(readFileSync(addon));
  if (patched === undefined) throw new UnrecognisedAddon('it does not ask for glibc 2.38');
  try {
    writeFileSync(candidate, patched);
    chmodSync(candidate, 0o644);
    if (!(await works(candidate))) throw new UnrecognisedAddon('the patched copy does not load either');
    renameSync(candidate, addon);
  } finally {
    rmSync(candidate, { force: true });
  }
}

export const sockets = {
  title: 'uWebSockets.js',
  isDone: () => isStamped('sockets', key()),
  run: async () => {
    let words = 'loads as it is';
    if (!(await works(addon))) {
      try {
        await replaceByPatchedCopy();
      } catch (error) {
        if (!(error instanceof UnrecognisedAddon)) throw error;
        throw new SetupProblem(
          `uWebSockets.js does not load here, and the known cure does not fit (${error.message}). ` +
            'Debian 12 or newer on x86-64 is known to work.',
        );
      }
      words = 'made to load with this glibc';
    }
    stamp('sockets', key());
    return words;
  },
};
