// Archives that know of each other in Redis: a sorted set says when each was last there, a set what is wished for, and what is lent is a list with
// a time to live in the competition's own slot.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { JournalRecord } from './journal.ts';
import { archivesKey, epochKey, lentKey, streamKey, wishesKey } from './journal-keys.ts';
import { headScript } from './journal-scripts.ts';
import { openRedis } from './open-redis.ts';
import type { RedisTarget } from './redis-connection.ts';
import { bytesOf, fieldsOf, listOf, numberOf, seqOf, textOf } from './redis-replies.ts';
import { createScript, runScript } from './redis-script.ts';
import type { SharedArchives, Wish } from './shared-archives.ts';

export interface SharedArchivesOptions {
  readonly connection: RedisTarget;
  readonly group: string;
  readonly log: Log;
  readonly clock: Clock;
  /** How long an archive may be away until nobody keeps records for it. It borrows them when it is back. */
  readonly goneAfterMs?: number;
  /** How long a wish waits for somebody who has the records. */
  readonly patienceMs?: number;
}

const day = 24 * 3_600_000;
const askEveryMs = 50;
/** Whoever claimed the wish may have died with it. */
const wishAgainEvery = 40;
const lentForSeconds = 60;

/** ARGV: seconds, records… Two answers to one wish are one. */
const lendScript = createScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
for i = 2, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
return redis.call('EXPIRE', KEYS[1], ARGV[1])`);

export function openRedisSharedArchives(options: SharedArchivesOptions): SharedArchives {
  const { connection: target, group, log, clock, goneAfterMs = 7 * day, patienceMs = 20_000 } = options;
  const connection = openRedis({ target, name: 'tenring-archives', log });

  async function groups(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const [name, seen] of fieldsOf(await connection.call(['zrange', archivesKey, 0, -1, 'WITHSCORES']))) {
      if (numberOf(seen) > clock.now() - goneAfterMs) {
        found.add(name);
        continue;
      }
      log.warn(
        { group: name },
        'a node was away for so long that nothing is kept in Redis for it any more: it has to borrow',
      );
      await connection.call(['zrem', archivesKey, name]);
    }
    return found;
  }

  async function firstSeq(competition: string): Promise<number> {
    const [first] = listOf(await connection.call(['xrange', streamKey(competition), '-', '+', 'COUNT', 1]));
    if (first !== undefined) return seqOf(listOf(first)[0]);
    const keys = [streamKey(competition), epochKey(competition)];
    return numberOf(listOf(await runScript(connection, headScript, keys, []))[1]) + 1;
  }

  async function borrow(competition: string, afterSeq: number, beforeSeq: number): Promise<readonly JournalRecord[]> {
    const wish: Wish = { id: randomBytes(8).toString('hex'), competition, afterSeq, beforeSeq };
    const [key, text] = [lentKey(competition, wish.id), wishToText(wish)];
    for (let asked = 0; asked * askEveryMs < patienceMs; asked += 1) {
      if (asked % wishAgainEvery === 0) await connection.call(['sadd', wishesKey, text]);
      await clock.sleep(askEveryMs);
      const lent = listOf(await connection.call(['lrange', key, 0, -1]));
      if (lent.length > 0) {
        await connection.call(['del', key]);
        return lent.map((bytes, index) => ({ seq: afterSeq + 1 + index, bytes: bytesOf(bytes) }));
      }
    }
    await connection.call(['srem', wishesKey, text]);
    return [];
  }

  return {
    async register() {
      await connection.ready(5_000);
      await connection.call(['zadd', archivesKey, clock.now(), group]);
    },
    groups,
    firstSeq,
    async wishes() {
      return listOf(await connection.call(['smembers', wishesKey])).map((member) => textToWish(textOf(member)));
    },
    async claim(wish) {
      return (await connection.call(['srem', wishesKey, wishToText(wish)])) === 1;
    },
    async lend({ id, competition, afterSeq }, records) {
      invariant(records[0]?.seq === afterSeq + 1, 'what is lent begins where the wish does');
      const bytes = records.map((record) => Buffer.from(record.bytes));
      await runScript(connection, lendScript, [lentKey(competition, id)], [lentForSeconds, ...bytes]);
    },
    borrow,
    close: connection.close,
  };
}

/** Competition ids may have anything in them but are last. */
function wishToText({ id, competition, afterSeq, beforeSeq }: Wish): string {
  return `${id} ${afterSeq} ${beforeSeq} ${competition}`;
}

function textToWish(text: string): Wish {
  const [, id, after, before, competition] = /^(\S+) (\d+) (\d+) (.*)$/s.exec(text) ?? [];
  invariant(id && competition, 'a wish is what another archive wrote');
  return { id, competition, afterSeq: Number(after), beforeSeq: Number(before) };
}
