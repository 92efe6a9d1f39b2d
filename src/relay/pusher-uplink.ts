// The only user of `pusher`. Its errors name the whole address, signature and key included: nothing of them is passed on but the status and
// what was answered.
import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import Pusher from 'pusher';
import { isDistrusted } from '../kit/distrusted.ts';
import { channelPrefix } from '../wire/relay/relay-channel.ts';
import { partEvent } from '../wire/relay/relay-part.ts';
import type { PusherAccount } from './account.ts';
import type { OutgoingEvent } from './outgoing.ts';
import type { ListenersAnswer, Uplink, UplinkTrouble } from './uplink.ts';

/** Of a call, with its answer's body: the package's own limit ends with the head of the answer. */
const usualAnswerMs = 8_000;
const longestDetail = 200;

interface Failure {
  readonly status: number | undefined;
  readonly detail: string;
}

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

async function within<T>(call: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswerError('no answer')), milliseconds);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What `pusher` rejects with: its RequestError is not exported. */
function failureOf(error: unknown): Failure {
  const found: Readonly<Record<string, unknown>> = error instanceof Error ? { ...error } : {};
  const status = typeof found.status === 'number' ? found.status : undefined;
  const body = typeof found.body === 'string' ? found.body : '';
  const cause = found.error instanceof Error && 'code' in found.error ? String(found.error.code) : '';
  return { status, detail: (body || cause).replace(/\s+/g, ' ').slice(0, longestDetail) };
}

/** The other side has closed a connection that rested, just when it was taken up again. What was sent then may be sent twice: it is the same. */
const closedAtRest = new Set(['ECONNRESET', 'EPIPE']);

async function onceMore<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!closedAtRest.has(failureOf(error).detail)) throw error;
    return call();
  }
}

function troubleOf(error: unknown): UplinkTrouble {
  if (error instanceof NoAnswerError) return { kind: 'failed', why: 'silent', detail: '' };
  const { status, detail } = failureOf(error);
  if (status === undefined) {
    // The package's own time-out aborts the request.
    if (isDistrusted(detail)) return { kind: 'failed', why: 'intercepted', detail };
    const isSilent = detail === '' || detail === 'ABORT_ERR';
    return { kind: 'failed', why: isSilent ? 'silent' : 'unreachable', detail };
  }
  // 403: switched off, or over the day's messages.
  if (status === 429 || status === 403) return { kind: 'limited', detail };
  if (status === 400 || status === 401 || status === 404) return { kind: 'failed', why: 'refused', detail };
  // 511 is made for it (RFC 6585); others lead elsewhere.
  const isElsewhere = status === 511 || (status >= 300 && status < 400);
  return { kind: 'failed', why: isElsewhere ? 'intercepted' : 'failing', detail: `${status} ${detail}`.trim() };
}

interface ChannelsAnswer {
  readonly channels?: Readonly<Record<string, { readonly subscription_count?: number }>>;
}

export function createPusherUplink(account: PusherAccount, answerWithinMs = usualAnswerMs): Uplink {
  const { appId, key, secret, cluster, host, port, tls } = account;
  const place =
    host === undefined ? { cluster: cluster ?? 'mt1' } : { host, ...(port !== undefined && { port: String(port) }) };
  // One connection that stays: a handshake for each second's events would cost more than the events.
  const agent = tls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const pusher = new Pusher({ appId, key, secret, useTLS: tls, timeout: answerWithinMs, agent, ...place });
  /** Pusher counts subscriptions only for apps that have that switched on, and refuses the question otherwise. */
  let isCounted = true;

  async function ask(): Promise<ReadonlyMap<string, number>> {
    const params = { filter_by_prefix: channelPrefix, ...(isCounted && { info: 'subscription_count' }) };
    const answer = await pusher.get({ path: '/channels', params });
    const { channels = {} }: ChannelsAnswer = JSON.parse(await answer.text());
    return new Map(Object.entries(channels).map(([name, { subscription_count }]) => [name, subscription_count ?? 1]));
  }

  function publish(events: readonly OutgoingEvent[]): Promise<string> {
    const batch = events.map(({ channel, data }) => ({ channel, name: partEvent, data }));
    return within(
      pusher.triggerBatch(batch).then((answer) => answer.text()),
      answerWithinMs,
    );
  }

  return {
    async publish(events) {
      try {
        await onceMore(() => publish(events));
        return { kind: 'published' };
      } catch (error) {
        return failureOf(error).status === 413 ? { kind: 'tooLarge' } : troubleOf(error);
      }
    },
    async listeners(): Promise<ListenersAnswer> {
      try {
        return { kind: 'answered', listeners: await onceMore(() => within(ask(), answerWithinMs)) };
      } catch (error) {
        const isRefusedQuestion = isCounted && failureOf(error).status === 400;
        if (!isRefusedQuestion) return troubleOf(error);
        isCounted = false;
        return this.listeners();
      }
    },
  };
}
