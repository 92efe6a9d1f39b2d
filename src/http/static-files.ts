// Files of the built pages, all in memory: they are few and small, and in the packaged executable they lie in a snapshot.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyReply } from 'fastify';

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** By content coding; '' is the file itself. */
  readonly variants: ReadonlyMap<string, Buffer>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const codings: Readonly<Record<string, string>> = { '.br': 'br', '.gz': 'gzip' };

export function readStaticFile(path: string): StaticFile {
  const bytes = readFileSync(path);
  return fileOf(path, new Map([['', bytes]]), bytes);
}

function fileOf(path: string, variants: ReadonlyMap<string, Buffer>, bytes: Buffer): StaticFile {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type: types[extname(path)] ?? 'application/octet-stream', etag, variants };
}

/** By path below the folder, with `/` between; `x.js.br` and `x.js.gz` are variants of `x.js`. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const bytes = new Map<string, Buffer>();
  const collect = (below: string) => {
    // Not `withFileTypes`: the packaged executable's file system gives names only.
    for (const name of readdirSync(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) collect(path);
      else bytes.set(path, readFileSync(join(folder, path)));
    }
  };
  collect('');
  const files = new Map<string, StaticFile>();
  for (const [path, plain] of bytes) {
    if (codings[extname(path)] !== undefined) continue;
    const variants = new Map([['', plain]]);
    for (const [ending, coding] of Object.entries(codings)) {
      const packed = bytes.get(path + ending);
      if (packed) variants.set(coding, packed);
    }
    files.set(path, fileOf(path, variants, plain));
  }
  return files;
}

/** The smallest variant that the client takes. */
function choose(file: StaticFile, acceptEncoding: string): { readonly coding: string; readonly bytes: Buffer } {
  const accepted = new Set(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .flatMap((part) => {
        const [coding = '', quality] = part.split(';').map((each) => each.trim());
        return /^q=0(\.0*)?$/.test(quality ?? '') ? [] : [coding];
      }),
  );
  for (const coding of ['br', 'gzip']) {
    const bytes = accepted.has(coding) ? file.variants.get(coding) : undefined;
    if (bytes) return { coding, bytes };
  }
  return { coding: '', bytes: file.variants.get('') ?? Buffer.alloc(0) };
}

/** `immutable` for names that carry their content's hash; everything else is asked for again each time, and seldom sent again. */
export function sendStaticFile(reply: FastifyReply, file: StaticFile, immutable: boolean): FastifyReply {
  const { 'accept-encoding': accept = '', 'if-none-match': held } = reply.request.headers;
  reply.header('etag', file.etag).header('vary', 'accept-encoding');
  reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (held?.split(',').some((each) => each.trim().replace(/^W\//, '') === file.etag)) return reply.code(304).send();
  const { coding, bytes } = choose(file, String(accept));
  if (coding !== '') reply.header('content-encoding', coding);
  return reply.type(file.type).send(bytes);
}
