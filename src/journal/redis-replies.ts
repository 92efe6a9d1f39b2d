// Taking Redis's replies apart. A reply of another shape than the protocol's is a defect, not something to guess about.
import { invariant } from '../kit/invariant.ts';
import type { JournalRecord } from './journal.ts';
import type { Reply } from './redis-connection.ts';

export function listOf(reply: Reply | undefined): readonly Reply[] {
  invariant(Array.isArray(reply), 'Redis answers with a list here');
  return reply;
}

export function bytesOf(reply: Reply | undefined): Buffer {
  invariant(Buffer.isBuffer(reply), 'Redis answers with bytes here');
  return reply;
}

export function textOf(reply: Reply | undefined): string {
  return bytesOf(reply).toString('utf8');
}

export function numberOf(reply: Reply | undefined): number {
  const number = Buffer.isBuffer(reply) ? Number(reply.toString('latin1')) : reply;
  invariant(typeof number === 'number' && Number.isSafeInteger(number), 'Redis answers with a whole number here');
  return number;
}

/** A list of names and values in turn, as protocol 2 sends maps. */
export function fieldsOf(reply: Reply): ReadonlyMap<string, Reply> {
  const list = listOf(reply);
  const fields = new Map<string, Reply>();
  for (let index = 0; index + 1 < list.length; index += 2) fields.set(textOf(list[index]), list[index + 1] ?? null);
  return fields;
}

/** The seq of a stream id, `seq-0`. */
export function seqOf(reply: Reply | undefined): number {
  const id = textOf(reply);
  invariant(/^\d+-0$/.test(id), `stream ids are seq-0, not ${id}`);
  return Number(id.slice(0, -2));
}

/** One entry of XRANGE or XREAD; undefined where the entry itself is deleted and only its id is known. */
export function recordOf(reply: Reply): JournalRecord | undefined {
  const [id, fields] = listOf(reply);
  if (fields === null) return undefined;
  return { seq: seqOf(id), bytes: bytesOf(listOf(fields)[1]) };
}
