// Calls of the appliance's HTTP interface. Whatever fails comes as an ApiFailure with a code that the catalogues have a sentence for.
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { ApiError } from '../../src/wire/api-common.ts';

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
  /** The whole answer, for routes whose refusals carry more than an error. */
  readonly body: unknown;

  constructor(status: number, { code, message, details }: ApiError, body?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.body = body;
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, as text/csv. */
  readonly csv?: BodyInit;
  readonly signal?: AbortSignal;
}

function asFailure(status: number, body: unknown): ApiFailure {
  const found = body && typeof body === 'object' && 'error' in body ? body.error : undefined;
  if (found && typeof found === 'object' && 'code' in found && typeof found.code === 'string') {
    const { message = found.code, details = {} } = found as Partial<ApiError>;
    return new ApiFailure(status, { code: found.code, message, details }, body);
  }
  const code =
    status === 404
      ? 'notFound'
      : status === 413
        ? 'tooLarge'
        : status === 503
          ? 'unavailable'
          : status >= 500
            ? 'internal'
            : 'unknown';
  return new ApiFailure(status, { code, message: `HTTP ${status}`, details: {} }, body);
}

/** Throws ApiFailure. The type is the contract's: the appliance validates what it sends. */
export async function callApi<T>(path: string, { method = 'GET', json, csv, signal }: Call = {}): Promise<T> {
  const body = json === undefined ? csv : JSON.stringify(json);
  const contentType = json === undefined ? (csv === undefined ? undefined : 'text/csv') : 'application/json';
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(contentType ? { headers: { 'content-type': contentType } } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFailure(0, { code: 'network', message: String(error), details: {} });
  }
  const text = await answer.text();
  let parsed: unknown;
  try {
    parsed = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new ApiFailure(answer.status, { code: 'internal', message: 'An answer that is not JSON', details: {} });
  }
  if (!answer.ok) throw asFailure(answer.status, parsed);
  return parsed as T;
}

export function toFailure(error: unknown): ApiFailure {
  return error instanceof ApiFailure
    ? error
    : new ApiFailure(0, { code: 'unknown', message: String(error), details: {} });
}

export const fetchBootstrap = () => callApi<Bootstrap>('/api/bootstrap');
export const pathOf = (...parts: readonly (string | number)[]) =>
  `/api/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
