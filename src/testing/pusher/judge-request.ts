// What Pusher's HTTP interface answers to a request, from its public description: the signature over method, path and parameters, the time
// stamp, the MD5 of the body, and the limits of events. Pure but for the hashes.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface PusherApp {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

export interface PusherRequest {
  readonly method: string;
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface PublishedEvent {
  readonly channel: string;
  readonly name: string;
  /** As the publisher sent it: text, JSON as a rule. */
  readonly data: string;
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export const limits = {
  timestampSeconds: 600,
  dataBytes: 10_240,
  eventsPerBatch: 10,
  channelsPerEvent: 100,
  channelNameLength: 164,
  eventNameLength: 200,
} as const;

const channelName = /^[A-Za-z0-9_\-=@,.;]+$/;

function refuse(status: number, message: string): Refusal {
  return { status, message };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function signatureOf(secret: string, { method, path, params }: Omit<PusherRequest, 'body'>): string {
  const signed = [...params].filter(([key]) => key !== 'auth_signature').sort(([a], [b]) => (a < b ? -1 : 1));
  const query = signed.map(([key, value]) => `${key.toLowerCase()}=${value}`).join('&');
  return createHmac('sha256', secret).update(`${method}\n${path}\n${query}`).digest('hex');
}

/** Undefined where the request is its app's own. */
export function judgeRequest(app: PusherApp, request: PusherRequest, nowMs: number): Refusal | undefined {
  const { params, path, body } = request;
  if (params.get('auth_key') !== app.key) return refuse(401, 'Unknown auth_key');
  if (!path.startsWith(`/apps/${app.id}/`)) return refuse(401, `Unknown app: ${path}`);
  if (params.get('auth_version') !== '1.0') return refuse(401, 'Invalid auth_version');
  const stamp = Number(params.get('auth_timestamp'));
  if (!Number.isInteger(stamp) || Math.abs(nowMs / 1_000 - stamp) > limits.timestampSeconds)
    return refuse(401, 'Timestamp expired: not within 600s of server time');
  if (!isSame(params.get('auth_signature') ?? '', signatureOf(app.secret, request)))
    return refuse(401, 'Invalid signature');
  if (request.method !== 'POST') return undefined;
  if (params.get('body_md5') !== createHash('md5').update(body).digest('hex')) return refuse(401, 'Invalid body_md5');
  return undefined;
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed && typeof parsed === 'object' ? { ...parsed } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function judgeEvent({ channel, name, data }: PublishedEvent): Refusal | undefined {
  if (channel.length > limits.channelNameLength || !channelName.test(channel))
    return refuse(400, `Invalid channel name: ${channel}`);
  if (name === '' || name.length > limits.eventNameLength) return refuse(400, 'Invalid event name');
  if (Buffer.byteLength(data) > limits.dataBytes)
    return refuse(413, `The data content of this event exceeds the allowed maximum (${limits.dataBytes} bytes)`);
  return undefined;
}

function toEvent(raw: unknown): PublishedEvent | undefined {
  if (!raw || typeof raw !== 'object') return undefined;
  const { channel, name, data } = raw as Partial<Record<keyof PublishedEvent, unknown>>;
  if (typeof channel !== 'string' || typeof name !== 'string' || typeof data !== 'string') return undefined;
  return { channel, name, data };
}

function eventsIn(path: string, body: Readonly<Record<string, unknown>>): readonly unknown[] | Refusal {
  if (path.endsWith('/batch_events')) {
    if (!Array.isArray(body.batch)) return refuse(400, 'Missing batch');
    const { length } = body.batch;
    return length > limits.eventsPerBatch ? refuse(400, `Batch too large (${length} > 10)`) : body.batch;
  }
  const channels = Array.isArray(body.channels) ? body.channels : [body.channel];
  if (channels.length > limits.channelsPerEvent) return refuse(400, 'The number of channels exceeds the maximum (100)');
  return channels.map((channel) => ({ channel, name: body.name, data: body.data }));
}

/** What POST /events or /batch_events publishes. All or nothing. */
export function readEvents({ path, body }: PusherRequest): readonly PublishedEvent[] | Refusal {
  const parsed = parse(body);
  if (!parsed) return refuse(400, 'Invalid JSON');
  const found = eventsIn(path, parsed);
  if ('status' in found) return found;
  const events = found.map(toEvent);
  if (!events.every((event) => event !== undefined)) return refuse(400, 'Invalid event');
  return events.map(judgeEvent).find((refusal) => refusal !== undefined) ?? events;
}
