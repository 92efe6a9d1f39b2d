// One event on the relay: a part of a board that stands alone (its head and some of its rows), because a cache channel keeps only its last
// event. It says of which whole it is a part, at which position of the journal, and when it was sent.
import type { Position } from '../../domain/facts.ts';
import { MalformedError } from '../malformed.ts';
import { bytesToServerMessage, type SnapshotBody, serverMessageToBytes } from '../server-to-client.ts';

/** Name of the event on every channel. */
export const partEvent = 'part';

/** Of an event as it is sent. Pusher's limit is 10 KB, with the text that is JSON within JSON. */
export const mostPartBytes = 9_900;

export type PartContent =
  | { readonly kind: 'board'; readonly body: SnapshotBody }
  /** An answer of the HTTP interface; of a longer one some elements of its list `list` ('' where it is a list itself). */
  | { readonly kind: 'document'; readonly value: unknown; readonly list: string | undefined };

export interface PartPlace {
  readonly part: number;
  readonly of: number;
  /** How the whole was divided: parts of different divisions do not fit. */
  readonly layout: string;
}

export interface RelayPart extends PartPlace {
  readonly name: string;
  readonly at: Position;
  /** By the appliance's clock, milliseconds since 1970. */
  readonly sentAtMs: number;
  readonly content: PartContent;
}

/** What of an event does not change with the time of sending: parts with the same text need not be sent again. */
export function contentToText(content: PartContent): string {
  if (content.kind === 'document')
    return JSON.stringify({ j: content.value, ...(content.list !== undefined && { k: content.list }) });
  const bytes = serverMessageToBytes({
    ...({ kind: 'snapshot', topic: '', at: { epoch: '', seq: 0 } } as const),
    body: content.body,
  });
  return JSON.stringify({ b: toBase64(bytes) });
}

/** `text` from contentToText. */
export function partToText(part: Omit<RelayPart, 'content'>, text: string): string {
  const { name, part: p, of, layout, at, sentAtMs } = part;
  const head = JSON.stringify({ v: 1, n: name, p, of, l: layout, e: at.epoch, s: at.seq, t: sentAtMs });
  return `${head.slice(0, -1)},${text.slice(1)}`;
}

type Raw = Readonly<Record<string, unknown>>;

function text(raw: Raw, key: string): string {
  const found = raw[key];
  if (typeof found !== 'string') throw new MalformedError(`a part of a board without ${key}`);
  return found;
}

function count(raw: Raw, key: string): number {
  const found = raw[key];
  if (typeof found !== 'number' || !Number.isFinite(found) || found < 0)
    throw new MalformedError(`a part of a board without ${key}`);
  return found;
}

function contentOf(raw: Raw): PartContent {
  if ('j' in raw) return { kind: 'document', value: raw.j, list: typeof raw.k === 'string' ? raw.k : undefined };
  const message = bytesToServerMessage(fromBase64(text(raw, 'b')));
  if (message.kind !== 'snapshot') throw new MalformedError('a part of a board that is no snapshot');
  return { kind: 'board', body: message.body };
}

/** `data` as pusher-js gives it: read from JSON. Throws MalformedError, also for a later version's. */
export function dataToPart(data: unknown): RelayPart {
  if (!data || typeof data !== 'object') throw new MalformedError('an event that is no part of a board');
  const raw: Raw = { ...data };
  if (raw.v !== 1) throw new MalformedError('a part of a board of another version');
  return {
    name: text(raw, 'n'),
    ...{ part: count(raw, 'p'), of: count(raw, 'of'), layout: text(raw, 'l') },
    at: { epoch: text(raw, 'e'), seq: count(raw, 's') },
    sentAtMs: count(raw, 't'),
    content: contentOf(raw),
  };
}

/** In slices: `fromCharCode` takes its characters as arguments, and browsers limit those. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4_096) binary += String.fromCharCode(...bytes.subarray(at, at + 4_096));
  return btoa(binary);
}

function fromBase64(base64: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(base64);
  } catch (error) {
    throw new MalformedError('a part of a board that is not base64', { cause: error });
  }
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
