// Errors as GraphQL has them, with our code: {message, path, extensions: {code, details}}. The codes are those of http/errors.ts.
import { GraphQLError } from 'graphql';
import type { Log } from '../../kit/log.ts';
import { refusalOfError } from '../error-answers.ts';
import { RefusalError } from '../errors.ts';

export interface SaidError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly details: Readonly<Record<string, string>> };
}

/** Our own refusals within a GraphQL error; for where a library writes the error down itself. */
export function graphqlErrorOf({ message, code, details }: RefusalError): GraphQLError {
  return new GraphQLError(message, { extensions: { code, details } });
}

/** What is wrong with a document, as the validator collects it under one error. */
function partsOf(error: unknown): readonly unknown[] {
  if (error instanceof GraphQLError && error.originalError) return partsOf(error.originalError);
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) return error.errors;
  return [error];
}

function refusalOfPart(error: unknown): RefusalError | undefined {
  const original = error instanceof GraphQLError ? (error.originalError ?? undefined) : error;
  // Without a cause of another kind the document or its variables are wrong.
  if (original === undefined || (original instanceof Error && 'code' in original && isMercurius(original.code)))
    return new RefusalError('badRequest', { why: error instanceof Error ? error.message : '' });
  return refusalOfError(original);
}

function isMercurius(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('MER_ERR_');
}

/** Faults and defects are written to the log and told without a word of what they are. */
export function sayError(error: unknown, log: Log): readonly SaidError[] {
  const path = error instanceof GraphQLError ? error.path : undefined;
  return partsOf(error).map((part) => {
    const refusal = refusalOfPart(part) ?? new RefusalError('internal');
    if (refusal.code === 'internal') {
      const cause = part instanceof GraphQLError ? (part.originalError ?? part) : part;
      log.error({ stack: cause instanceof Error ? cause.stack : String(cause), path }, 'a GraphQL field failed');
    }
    const { message, code, details } = refusal;
    const locations = part instanceof GraphQLError ? part.locations : undefined;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code, details } };
  });
}

/** The status of an answer without data: the first error's. */
export function statusOfError(error: unknown): number {
  return (refusalOfPart(partsOf(error)[0]) ?? new RefusalError('internal')).status;
}
