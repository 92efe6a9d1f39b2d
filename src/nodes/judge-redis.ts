// Whether several nodes may trust a Redis with scores: what has to be refused at the start, and what a person has to hear of.
import type { RedisSettings } from '../journal/redis-settings.ts';

export interface Judgement {
  /** It would lose scores without anybody's fault. */
  readonly refused: readonly string[];
  readonly warned: readonly string[];
}

/** Sentences, each with what to do. Where CONFIG is forbidden nothing can be said. */
export function judgeRedis(settings: readonly RedisSettings[]): Judgement {
  const refused: string[] = [];
  const warned: string[] = [];
  for (const { server, policy, appendOnly, fsync } of settings) {
    if (policy?.startsWith('allkeys'))
      refused.push(
        `${server} may throw scores away when its memory is full (maxmemory-policy ${policy}): set it to volatile-lru or noeviction.`,
      );
    if (appendOnly === 'no')
      refused.push(`${server} does not keep scores on its disk: set appendonly to yes and appendfsync to always.`);
    else if (fsync !== undefined && fsync !== 'always')
      warned.push(
        `${server} may lose the last second’s scores in a power cut (appendfsync ${fsync}): set it to always.`,
      );
    if (policy === undefined || appendOnly === undefined)
      warned.push(
        `${server} does not tell its settings: it needs appendonly yes, appendfsync always, and no maxmemory-policy allkeys-*.`,
      );
  }
  return { refused, warned };
}
