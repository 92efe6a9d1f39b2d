// Commands of the desk and of joining tablets: into intake, and its outcome as an HTTP answer.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.ts';
import type { Command } from '../domain/commands.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import { createCommandId, isCommandId } from '../wire/command-id.ts';
import { RefusalError, refusalOf } from './errors.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';

const header = 'x-command-id';

/** A client that sends an id of its own may repeat its request: it takes effect once. Throws RefusalError. */
export function commandIdOf(request: Pick<FastifyRequest, 'headers'>): string {
  const given = request.headers[header];
  if (given === undefined) return createCommandId();
  if (typeof given === 'string' && isCommandId(given)) return given;
  throw new RefusalError('badRequest', { why: `${header} has to be 32 lower-case hex digits` });
}

/** The competition's id follows from the command's, so that a repeated creation makes the same competition. 40 bits in base32. */
export function competitionIdOf(commandId: string): string {
  const bytes = createHash('sha256').update(commandId).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
}

export interface Submission {
  readonly competition: string;
  readonly command: Command;
  readonly commandId: string;
  readonly actor?: Actor;
}

export type Submit = (submission: Submission) => Promise<{ readonly repeated: boolean }>;

export function createSubmit({ intake, clock }: Pick<HttpParts, 'intake' | 'clock'>, metrics: Metrics): Submit {
  return async ({ competition, command, commandId, actor = { role: 'organiser' } }) => {
    const began = performance.now();
    const outcome = await intake.submit(competition, command, { commandId, at: clock.now(), actor });
    metrics.observeCommand(outcome.kind, performance.now() - began);
    switch (outcome.kind) {
      case 'accepted':
        return { repeated: outcome.repeated };
      case 'rejected':
        throw refusalOf(outcome.rejection);
      case 'deferred':
        throw new RefusalError(
          outcome.reason,
          {},
          { retryAfterSeconds: Math.max(1, Math.ceil(outcome.retryAfterMs / 1_000)) },
        );
    }
  };
}

/** Throws RefusalError. */
export function findCompetition({ intake }: Pick<HttpParts, 'intake'>, id: string): View {
  const found = intake.find(id);
  if (!found) throw new RefusalError('unknownCompetition');
  return found;
}

/** A command of the organiser's on the competition in the address; resolves to the state after it. Rejects with RefusalError. */
export type Write = (
  request: Pick<FastifyRequest, 'headers'> & { readonly params: { readonly id: string } },
  command: Command,
) => Promise<View>;

export function createWrite(parts: Pick<HttpParts, 'intake'>, submit: Submit): Write {
  return async (request, command) => {
    const { id } = request.params;
    await submit({ competition: id, command, commandId: commandIdOf(request) });
    return findCompetition(parts, id);
  };
}
