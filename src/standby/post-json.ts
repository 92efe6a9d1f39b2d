// One request to another Tenring, by http or https. Not by `fetch`, which cannot be told whom to trust.
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** Whose certificate is good, by https. */
export type Trusted =
  /** PEM of one authority, and of nobody else. */
  | { readonly root: string }
  /** Those that this machine trusts anyway. */
  | 'known'
  /** Any: for what is sealed, and believed for that reason. */
  | 'anybody';

export interface Post {
  readonly path: string;
  readonly body: unknown;
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What it gives rejects with the system's error, or that of TLS, where there is no answer. */
export function postJsonTo(origin: string, trusted: Trusted): (post: Post) => Promise<Answer> {
  const isSecure = origin.startsWith('https:');
  const agent = isSecure ? new HttpsAgent({ keepAlive: true, ...tlsFor(trusted) }) : new HttpAgent({ keepAlive: true });
  const begin = isSecure ? requestHttps : requestHttp;
  return async ({ path, body, token, signal }) => {
    const content = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(content),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      begin(`${origin}${path}`, { method: 'POST', agent, headers, signal }, resolve).on('error', reject).end(content);
    });
    return { status: answer.statusCode ?? 0, text: await text(answer) };
  };
}

function tlsFor(trusted: Trusted) {
  if (trusted === 'known') return {};
  return trusted === 'anybody' ? { rejectUnauthorized: false } : { ca: trusted.root };
}
