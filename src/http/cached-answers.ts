// Answers that follow from a competition's state: made once per position of the journal, kept as bytes, and not sent again to who has
// them (ETag). A thousand phones that ask for one leaderboard cost one serialisation.
import type { FastifyReply } from 'fastify';
import type { Position } from '../domain/facts.ts';
import { isReadingLive } from './shown.ts';

interface Kept {
  readonly etag: string;
  readonly bytes: Buffer;
}

export interface CachedAnswers {
  /** `key` names the answer; `make` gives what is sent as JSON. The newest answer of each key is kept. */
  send(reply: FastifyReply, key: string, at: readonly Position[], make: () => unknown): FastifyReply;
}

function isHeld(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const held = header.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}

/** Pages and filters of long lists have many keys: those that nobody asked for lately are forgotten. */
const mostBytes = 64 * 1024 * 1024;
const mostAnswers = 2_000;

/** `version` is part of every ETag: a newer program may say the same state in another way. */
export function createCachedAnswers(version: string): CachedAnswers {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept>();
  let bytesKept = 0;

  function forget(key: string): void {
    bytesKept -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  }

  function keep(key: string, answer: Kept): void {
    forget(key);
    kept.set(key, answer);
    bytesKept += answer.bytes.length;
    for (const oldest of kept.keys()) {
      if (oldest === key || (bytesKept <= mostBytes && kept.size <= mostAnswers)) break;
      forget(oldest);
    }
  }

  return {
    send(reply, key, at, make) {
      const whose = isReadingLive(reply.request) ? ['live'] : [];
      const etag = `"${[version, ...whose, ...at.map(({ epoch, seq }) => `${epoch}.${seq}`)].join('-')}"`;
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (isHeld(reply.request.headers['if-none-match'], etag)) return reply.code(304).send();
      const known = kept.get(key);
      const answer = known?.etag === etag ? known : { etag, bytes: Buffer.from(JSON.stringify(make())) };
      keep(key, answer);
      return reply.type('application/json; charset=utf-8').send(answer.bytes);
    },
  };
}
