// What a standby asks a primary over HTTP, with a time limit, and what can go wrong: it is not there, or it does not want to know.
import type { StandbyPlace, StandbyRequest, SyncAnswer, SyncRequest } from '../wire/api-standby.ts';

/** Not reached, or an answer that makes no sense: to be tried again. */
export class PrimaryAwayError extends Error {
  override readonly name = 'PrimaryAwayError';
}

/** It answers, and says no. */
export class PrimaryRefusedError extends Error {
  override readonly name = 'PrimaryRefusedError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface AskPrimary {
  place(asked: StandbyRequest): Promise<StandbyPlace>;
  sync(token: string, asked: SyncRequest, signal: AbortSignal): Promise<SyncAnswer>;
  /** That the standby with this token took over. */
  tookOver(token: string, by: string, signal: AbortSignal): Promise<void>;
}

/** Longer than it waits for news. */
const withinMs = 40_000;

interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

export function askPrimaryAt(origin: string): AskPrimary {
  async function ask({ path, body, token, signal }: Asked): Promise<unknown> {
    const limit = AbortSignal.timeout(withinMs);
    try {
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const text = await answer.text();
      if (answer.ok) return text === '' ? undefined : JSON.parse(text);
      throw refusalIn(text, answer.status);
    } catch (error) {
      if (error instanceof PrimaryRefusedError) throw error;
      throw new PrimaryAwayError(wordsOf(error), { cause: error });
    }
  }

  return {
    place: async (body) => (await ask({ path: '/api/standbys', body })) as StandbyPlace,
    sync: async (token, body, signal) => (await ask({ path: '/api/standbys/sync', body, token, signal })) as SyncAnswer,
    tookOver: async (token, by, signal) => {
      await ask({ path: '/api/standbys/takeover', body: { by }, token, signal });
    },
  };
}

/** Of ours it has a code; whatever else sits there is not the primary. */
function refusalIn(text: string, status: number): Error {
  try {
    const { error } = JSON.parse(text);
    // A standby there has nothing to follow, and nobody to hear that it was replaced.
    if (status >= 500 && error.code !== 'isStandby') return new PrimaryAwayError(String(error.message));
    return new PrimaryRefusedError(String(error.code), String(error.message));
  } catch {
    return new PrimaryAwayError(`what answers there is no Tenring (${status})`);
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
