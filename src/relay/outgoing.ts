// What is to go out, by channel: only the newest content of each, so that an outage costs no memory and leaves no backlog. Which of it goes first
// is decided here, without a clock or network.
import type { Position } from '../domain/facts.ts';
import { backoffMs } from '../kit/backoff.ts';
import { relayChannel } from '../wire/relay/relay-channel.ts';
import { type PartPlace, partToText } from '../wire/relay/relay-part.ts';
import type { DividedPart } from '../wire/relay/relay-whole.ts';
import { elapsedMs } from './elapsed.ts';

export interface OutgoingEvent {
  readonly channel: string;
  /** As it is sent. */
  readonly data: string;
  /** Messages that it counts as, as far as it is known who listens. */
  readonly cost: number;
}

interface Entry {
  readonly name: string;
  readonly place: PartPlace;
  readonly at: Position;
  readonly text: string;
  /** When it first differed from what was sent last; undefined: it does not. */
  waitingSinceMs: number | undefined;
  sentText: string | undefined;
  sentAtMs: number;
  /** How often it was found too large, as it is; it is tried again later each time: what stands between here and Pusher may have its own ideas. */
  refusals: number;
  /** Goes alone, so that it keeps no other back. */
  isSuspect: boolean;
}

/** By channel; undefined while it is not known who listens. */
export type Listeners = ReadonlyMap<string, number> | undefined;

const leastGapMs = 1_000;
const refusedAgain = { firstMs: 60_000, limitMs: 15 * 60_000, random: () => 1 };
/** Pusher keeps a cache channel's last event for 30 minutes. */
const keepAliveMs = 15 * 60_000;
export const mostEventsPerBatch = 10;

/** What people wait for first. */
function weightOf(name: string): number {
  if (name.startsWith('alive/')) return 50;
  if (name.startsWith('match/')) return 4;
  if (name.startsWith('leaderboard/')) return 3;
  if (name.startsWith('show/')) return 6;
  // Without the competition itself a page shows nothing; brackets, entries and medals are looked at by few.
  return /^\/api\/competitions\/[^/?]+$/.test(name) ? 10 : 1;
}

export class Outgoing {
  readonly #entries = new Map<string, Entry>();

  /** The newest of a whole; parts that it no longer has are forgotten. */
  put(name: string, at: Position, parts: readonly DividedPart[], nowMs: number): void {
    for (const { text, part, of, layout } of parts) {
      const channel = relayChannel(name, part);
      const before = this.#entries.get(channel);
      const sameText = before?.sentText === `${of} ${layout} ${text}`;
      this.#entries.set(channel, {
        ...{ name, at, text, place: { part, of, layout } },
        waitingSinceMs: sameText ? undefined : (before?.waitingSinceMs ?? nowMs),
        sentText: before?.sentText,
        sentAtMs: before?.sentAtMs ?? Number.NEGATIVE_INFINITY,
        refusals: before?.text === text ? before.refusals : 0,
        isSuspect: before?.isSuspect === true && before.text === text,
      });
    }
    for (let part = parts.length; this.#entries.delete(relayChannel(name, part)); part += 1);
  }

  forget(name: string): void {
    for (let part = 0; this.#entries.delete(relayChannel(name, part)); part += 1);
  }

  /** Events that wait, without those that are only sent again so that caches keep them. */
  get waiting(): number {
    return [...this.#entries.values()].filter((entry) => entry.waitingSinceMs !== undefined && entry.refusals === 0)
      .length;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** At most ten, most wanted first; `mayCost` is asked for the sum so far. */
  next(nowMs: number, listeners: Listeners, mayCost: (cost: number) => boolean): readonly OutgoingEvent[] {
    const due = [...this.#entries]
      .map(([channel, entry]) => ({ channel, entry, urgency: urgencyOf(channel, entry, nowMs, listeners) }))
      .filter(({ urgency }) => urgency > 0)
      .sort((a, b) => b.urgency - a.urgency);
    const suspect = due.find(({ entry }) => entry.isSuspect);
    const batch: OutgoingEvent[] = [];
    let sum = 0;
    for (const { channel, entry } of suspect ? [suspect] : due) {
      const cost = 1 + (listeners?.get(channel) ?? 0);
      if (batch.length === mostEventsPerBatch || !mayCost(sum + cost)) break;
      sum += cost;
      const { name, place, at, text } = entry;
      batch.push({ channel, cost, data: partToText({ ...place, name, at, sentAtMs: nowMs }, text) });
    }
    return batch;
  }

  /** Whatever came meanwhile still waits. `data` as it was taken. */
  sent(events: readonly OutgoingEvent[], nowMs: number): void {
    for (const { channel, data } of events) {
      const entry = this.#entries.get(channel);
      if (!entry) continue;
      const isSame = data.endsWith(`,${entry.text.slice(1)}`);
      entry.sentAtMs = nowMs;
      entry.isSuspect = false;
      entry.refusals = 0;
      entry.sentText = isSame ? `${entry.place.of} ${entry.place.layout} ${entry.text}` : undefined;
      entry.waitingSinceMs = isSame ? undefined : nowMs;
    }
  }

  /** A batch that is too large is tried one by one; one event that is too large waits long. How many were given up for now and were not before. */
  tooLarge(events: readonly OutgoingEvent[], nowMs: number): number {
    let given = 0;
    for (const { channel } of events) {
      const entry = this.#entries.get(channel);
      if (!entry) continue;
      entry.isSuspect = true;
      if (events.length > 1) continue;
      if (entry.refusals === 0) given += 1;
      entry.refusals += 1;
      entry.sentAtMs = nowMs;
    }
    return given;
  }
}

/** 0: not now. */
function urgencyOf(channel: string, entry: Entry, nowMs: number, listeners: Listeners): number {
  const { name, waitingSinceMs, sentAtMs, refusals } = entry;
  const sinceSentMs = elapsedMs(nowMs, sentAtMs);
  if (sinceSentMs < (refusals > 0 ? backoffMs(refusals - 1, refusedAgain) : leastGapMs)) return 0;
  if (waitingSinceMs === undefined) return sinceSentMs >= keepAliveMs ? 0.001 : 0;
  const audience = listeners ? 1 + 3 * Math.min(1, listeners.get(channel) ?? 0) : 2;
  return (Math.max(0, nowMs - waitingSinceMs) + leastGapMs) * weightOf(name) * audience;
}
