// What every resolver is handed, and the fields that are the organiser's only.
import { performance } from 'node:perf_hooks';
import type { FastifyRequest } from 'fastify';
import type { Access } from '../../access/access.ts';
import type { Actor } from '../../domain/actor.ts';
import { RefusalError } from '../errors.ts';
import type { HttpParts } from '../parts.ts';
import { isOrganiser } from '../session-guard.ts';
import type { SocketState } from './sockets.ts';

export interface GraphqlContext {
  readonly intake: HttpParts['intake'];
  /** Throws AccessUnavailableError. */
  readonly isOrganiser: () => Promise<boolean>;
  /** Of a subscription: where it is read, and the name that the client gave it. */
  readonly socket?: SocketState;
  readonly id?: string;
}

/** A session that ended must end on an open socket too; a hundred fields of one answer ask once. */
const askAgainMs = 1_000;

export function contextOf(request: FastifyRequest, { intake, access }: Pick<HttpParts, 'intake' | 'access'>) {
  return { intake, isOrganiser: askOften(request, access) } satisfies GraphqlContext;
}

function askOften(request: FastifyRequest, access: Access): () => Promise<boolean> {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const now = performance.now();
    if (!asked || now - asked.at > askAgainMs) asked = { at: now, answer: isOrganiser(request, access) };
    return asked.answer;
  };
}

export type Resolver<Source, Args = object> = (source: Source, args: Args, context: GraphqlContext) => unknown;

/** Throws RefusalError for everybody else. */
export function forOrganiser<Source>(resolve: (source: Source) => unknown): Resolver<Source> {
  return async (source, _, context) => {
    if (!(await context.isOrganiser())) throw new RefusalError('notLoggedIn');
    return resolve(source);
  };
}

/** A line of a record with who wrote it as two fields. */
export function withActor<Line extends { readonly actor: Actor }>({ actor, ...line }: Line) {
  return { ...line, role: actor.role, device: actor.role === 'scorer' ? actor.device : null };
}
