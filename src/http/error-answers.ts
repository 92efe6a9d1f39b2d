// Whatever goes wrong in a request leaves by here, in one shape: {error: {code, message, details}}.
import type { FastifyError, FastifyReply } from 'fastify';
import { AccessUnavailableError } from '../access/access.ts';
import type { Log } from '../kit/log.ts';
import { RefusalError } from './errors.ts';

const retryAfterSeconds = 2;

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_');
}

/** Fastify's own refusals by ours; undefined for a fault or defect. */
export function refusalOfError(error: unknown): RefusalError | undefined {
  if (error instanceof RefusalError) return error;
  if (error instanceof AccessUnavailableError) return new RefusalError('unavailable', {}, { retryAfterSeconds });
  if (error instanceof Error && 'validation' in error && error.validation)
    return new RefusalError('badRequest', { why: error.message });
  if (!isFastifyError(error) || error.statusCode === undefined || error.statusCode >= 500) return undefined;
  if (error.statusCode === 413) return new RefusalError('tooLarge');
  if (error.statusCode === 415) return new RefusalError('unsupportedMediaType');
  return new RefusalError('badRequest', { why: error.message });
}

export function sendRefusal(
  reply: FastifyReply,
  { code, message, details, status, retryAfterSeconds: wait, more }: RefusalError,
) {
  if (wait !== undefined) reply.header('retry-after', String(wait));
  return reply
    .code(status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ error: { code, message, details }, ...more });
}

export function sendError(reply: FastifyReply, error: unknown, log: Log) {
  const refusal = refusalOfError(error);
  if (refusal) return sendRefusal(reply, refusal);
  const { method, routeOptions } = reply.request;
  const stack = error instanceof Error ? error.stack : String(error);
  log.error({ method, route: routeOptions.url, stack }, 'a request failed');
  return sendRefusal(reply, new RefusalError('internal'));
}
