// The pages: home, desk, tablet, board, one athlete's and overlays', each one document that finds its way by its own address, and their assets.
import type { FastifyReply } from 'fastify';
import { findAsset } from '../kit/installation.ts';
import type { App } from './app.ts';
import { RefusalError } from './errors.ts';
import type { HttpParts } from './parts.ts';
import { readStaticFiles, sendStaticFile } from './static-files.ts';

const pages = {
  home: ['/'],
  desk: ['/desk', '/desk/*'],
  tablet: ['/tablet', '/tablet/*'],
  board: ['/board', '/board/*'],
  follow: ['/athlete', '/athlete/*'],
  tv: ['/tv', '/tv/*'],
  overlay: ['/overlay', '/overlay/*'],
};

/** Files with names of their own, which browsers ask for again to see whether they have changed. */
const rootFiles = ['service-worker.js', 'tablet.webmanifest'];

const missingPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tenring</title>
<h1>Tenring runs, but its pages are missing</h1>
<p>This copy was started without its screens. In a clone, <code>npm start</code> builds them.
<p lang="id">Tenring berjalan, tetapi halamannya tidak ada. Jalankan <code>npm start</code> untuk membuatnya.
<p><a href="/api/docs">The HTTP interface</a> works.
</html>
`;

export function addPages(app: App, { uiFolder = findAsset('ui') }: HttpParts): void {
  const files = uiFolder === undefined ? new Map() : readStaticFiles(uiFolder);

  function sendPage(reply: FastifyReply, name: string): FastifyReply {
    const file = files.get(`${name}.html`);
    if (file) return sendStaticFile(reply, file, false);
    return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(missingPage);
  }

  for (const [name, addresses] of Object.entries(pages)) {
    for (const address of addresses)
      app.get(address, { schema: { hide: true } }, (_, reply) => void sendPage(reply, name));
  }
  for (const name of rootFiles) {
    const file = files.get(name);
    if (file) app.get(`/${name}`, { schema: { hide: true } }, (_, reply) => void sendStaticFile(reply, file, false));
  }
  app.get('/assets/:file', { schema: { hide: true } }, (request, reply) => {
    const params: unknown = request.params;
    const name = params && typeof params === 'object' && 'file' in params ? String(params.file) : '';
    const file = files.get(`assets/${name}`);
    if (!file) throw new RefusalError('notFound');
    sendStaticFile(reply, file, true);
  });
}
