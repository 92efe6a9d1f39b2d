// A running appliance as commands talk to it: over HTTP, logged in as the organiser, logged out at the end.
import type { ExitName } from '../config/exit-codes.ts';
import { CommandError } from './command-error.ts';

export interface ApplianceError {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string>>;
}

const exits: Readonly<Record<string, ExitName>> = {
  notLoggedIn: 'notAllowed',
  unknownCompetition: 'notFound',
  unknownDevice: 'notFound',
};

/** An answer that is an error. Its sentence is for people; where a command knows a better one it says that instead. */
export class RefusedError extends CommandError {
  override readonly name = 'RefusedError';
  readonly error: ApplianceError;

  constructor(error: ApplianceError) {
    super(exits[error.code] ?? 'failed', error.message);
    this.error = error;
  }
}

export interface ApplianceClient {
  /** The text of the answer. Rejects with RefusedError for an error answer, with CommandError where nothing answers. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, asked?: Asked): Promise<string>;
  /** The bytes of the answer as they come. Rejects as `ask` does, also while they come. */
  download(path: string): Promise<AsyncIterable<Uint8Array>>;
}

export interface Asked {
  readonly json?: string;
  /** The request may be repeated under it: it takes effect once. */
  readonly commandId?: string;
}

/** A file of twelve thousand archers over a slow network. */
const timeoutMs = 120_000;

/** Throws CommandError for what cannot be an appliance's address. */
export function checkUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CommandError('usage', `--url has to be an address like http://192.168.1.5:8000, not "${text}".`);
  }
  if (url.password !== '') throw new CommandError('usage', '--url may hold no password: use --password-file.');
  return url;
}

/** Runs `use` with a session, which ends with it. */
export async function withOrganiser<T>(
  url: URL,
  password: string,
  use: (client: ApplianceClient) => Promise<T>,
): Promise<T> {
  const session = { cookie: '' };
  const client: ApplianceClient = {
    ask: (method, path, asked) => ask(url, session, method, path, asked),
    download: (path) => download(url, session, path),
  };
  try {
    await client.ask('POST', '/api/session', { json: JSON.stringify({ password }) });
  } catch (error) {
    if (error instanceof RefusedError) throw new CommandError('notAllowed', error.message, { cause: error });
    throw error;
  }
  try {
    return await use(client);
  } finally {
    await client.ask('DELETE', '/api/session').catch(() => undefined);
  }
}

async function ask(
  url: URL,
  session: { cookie: string },
  method: string,
  path: string,
  { json, commandId }: Asked = {},
): Promise<string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(session.cookie ? { cookie: session.cookie } : {}),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(commandId === undefined ? {} : { 'x-command-id': commandId }),
  };
  const body = json === undefined ? {} : { body: json };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(new URL(path, url), { method, headers, redirect: 'error', signal, ...body });
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('tenring='));
    if (cookie) session.cookie = cookie.split(';', 1)[0] ?? '';
    const text = await answer.text();
    if (!answer.ok) throw new RefusedError(errorOf(answer.status, text));
    return text;
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw noAnswer(url, error);
  }
}

async function download(url: URL, session: { cookie: string }, path: string): Promise<AsyncIterable<Uint8Array>> {
  const headers = { cookie: session.cookie };
  const answer = await fetch(new URL(path, url), { headers, redirect: 'error' }).catch((error: unknown) => {
    throw noAnswer(url, error);
  });
  if (!answer.ok || !answer.body) throw new RefusedError(errorOf(answer.status, await answer.text()));
  return withFaults(answer.body, (error) => noAnswer(url, error));
}

/** A connection that is lost on the way is the command's failure, in its words. */
export async function* withFaults(
  body: AsyncIterable<Uint8Array>,
  inWords: (error: unknown) => CommandError,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw inWords(error);
  }
}

export function errorOf(status: number, text: string): ApplianceError {
  const unknown = { code: String(status), message: `The answer is ${status}: is this a Tenring?`, details: {} };
  try {
    return { ...unknown, ...JSON.parse(text).error };
  } catch {
    return unknown;
  }
}

function noAnswer(url: URL, error: unknown): CommandError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const why = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause);
  const words = `Nothing answers at ${url.origin} (${why}). Commands talk to a running Tenring: start it (tenring start), or say where it is with --url.`;
  return new CommandError('noAnswer', words, { cause: error });
}
