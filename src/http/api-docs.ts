// The description of this interface: /api/openapi.json for programs, /api/docs for people (Swagger UI's own two files, no inline script).
import { join } from 'node:path';
import { findAsset } from '../kit/installation.ts';
import type { App } from './app.ts';
import { readStaticFile, type StaticFile, sendStaticFile } from './static-files.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tenring: HTTP interface</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <script defer src="/api/docs/swagger-ui-bundle.js"></script>
    <script defer src="/api/docs/start.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript><a href="/api/openapi.json">/api/openapi.json</a></noscript>
  </body>
</html>
`;
const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#root', deepLinking: true });\n";

export function addApiDocs(app: App): void {
  const options = { schema: { hide: true } };
  let description: Buffer | undefined;
  app.get('/api/openapi.json', options, (_, reply) => {
    description ??= Buffer.from(JSON.stringify(app.swagger()));
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(description);
  });
  app.get('/api/docs', options, (_, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
  app.get('/api/docs/start.js', options, (_, reply) => {
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(start);
  });

  const folder = findAsset('swagger-ui');
  if (folder === undefined) return;
  // 1.5 MB that hardly anybody asks for: read when somebody does.
  const files = new Map<string, StaticFile>();
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    app.get(`/api/docs/${name}`, options, (_, reply) => {
      const file = files.get(name) ?? readStaticFile(join(folder, name));
      files.set(name, file);
      sendStaticFile(reply, file, false);
    });
  }
}
