// What a standby asks a primary over HTTP, with a time limit, and what can go wrong: it is not there, or it does not want to know.
import { isDistrusted } from '../kit/distrusted.ts';
import { systemCodeOf } from '../kit/durable-files.ts';
import type { StandbyPlace, StandbyRequest, SyncAnswer, SyncRequest } from '../wire/api-standby.ts';
import { postJsonTo, type Trusted } from './post-json.ts';

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

export function askPrimaryAt(origin: string, trusted: Trusted): AskPrimary {
  const post = postJsonTo(origin, trusted);

  async function ask({ path, body, token, signal }: Asked): Promise<unknown> {
    const limit = AbortSignal.timeout(withinMs);
    try {
      const { status, text } = await post({
        ...{ path, body, token },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      if (status >= 200 && status < 300) return text === '' ? undefined : JSON.parse(text);
      throw refusalIn(text, status);
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
  if (isDistrusted(systemCodeOf(error)))
    return 'its certificate is not of the machine that printed the code, or not for this address';
  const { code, message = String(error) } = error as { readonly code?: unknown; readonly message?: string };
  return typeof code === 'string' ? code : message;
}
