// GET /api/backup: everything, or one competition, as one file that `tenring restore` takes.
import { once } from 'node:events';
import { createReadStream, type ReadStream, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Type } from 'typebox';
import { BackupFailedError } from '../backup/backup-failure.ts';
import type { App } from './app.ts';
import { errors } from './documented-errors.ts';
import { RefusalError } from './errors.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition } from './submitting.ts';

const contentType = 'application/vnd.tenring.backup';
/** Errors stay JSON. */
const answered = { content: { [contentType]: { schema: { type: 'string', format: 'binary' } } } };

export function addBackup(app: App, parts: HttpParts): void {
  const schema = {
    summary:
      'A backup of everything, or of one competition, complete to the last arrow that was saved when it was finished',
    security: organiserSecurity,
    querystring: Type.Object({
      event: Type.Optional(Type.String({ maxLength: 64, description: 'Id of the only competition that is wanted' })),
    }),
    response: {
      200: Type.Unsafe<ReadStream>(answered),
      ...errors('unknownCompetition', 'backupFailed'),
    },
  };
  app.get('/api/backup', { schema, onRequest: organiserOnly(parts.access) }, async (request, reply) => {
    const { event } = request.query;
    if (event !== undefined) findCompetition(parts, event);
    const { path, bytes } = await make(parts, event);
    const file = createReadStream(path);
    await once(file, 'open');
    // Open it can be read to its end; when this process dies nothing of it stays.
    rmSync(path);
    return reply
      .header('cache-control', 'no-store')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${encodeURIComponent(basename(path))}"`)
      .type(contentType)
      .send(file);
  });
}

async function make({ backups, log }: HttpParts, event: string | undefined) {
  try {
    return await backups.make(event);
  } catch (error) {
    if (!(error instanceof BackupFailedError)) throw error;
    log.warn({ why: error.message }, 'no backup could be made for somebody who asked');
    throw new RefusalError('backupFailed', { why: error.message });
  }
}
