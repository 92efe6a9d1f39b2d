// The relay as a way to hear of boards: whole ones only, and nothing can be said. It is live while there is a connection and the venue gives
// signs of life.
import { formatTopic } from '../../src/wire/topics.ts';
import type { LinkState } from '../link/link-state.ts';
import { silentFromMs, trueAtMs } from './freshness.ts';
import type { Channels, ChannelsState, OpenChannels } from './pusher-channels.ts';
import { createRelayReader, type RelayReader } from './relay-reader.ts';
import type { RelayTransport } from './viewer-transport.ts';

export interface RelayWorld {
  readonly openChannels: OpenChannels;
  now(): number;
  /** Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  /** The state, or how old everything is, has changed. */
  changed(): void;
}

interface Follow {
  begin(reader: RelayReader): () => void;
  stop: () => void;
}

const nothing = () => undefined;

export function createRelayTransport({ openChannels, now, after, changed }: RelayWorld): RelayTransport {
  let connection: ChannelsState = 'connecting';
  let channels: Channels | undefined;
  let reader: RelayReader | undefined;
  let isOff = true;
  let cancelSilence = nothing as () => void;
  let attempt = 0;
  const follows = new Set<Follow>();

  function isSilent(): boolean {
    const from = reader && silentFromMs(reader.freshness);
    return from !== undefined && now() >= from;
  }

  function state(): LinkState {
    if (isOff) return { kind: 'off' };
    if (connection === 'refused') return { kind: 'waiting', attempt: Math.max(1, attempt), reason: 'refused' };
    if (connection === 'connected')
      return isSilent() ? { kind: 'waiting', attempt: 1, reason: 'silent' } : { kind: 'live' };
    return connection === 'connecting' && attempt === 0
      ? { kind: 'opening', attempt: 0 }
      : { kind: 'waiting', attempt, reason: 'lost' };
  }

  /** Looks again when the venue will have been silent for too long. */
  function heard() {
    cancelSilence();
    const from = reader && silentFromMs(reader.freshness);
    if (from !== undefined && from > now()) cancelSilence = after(from - now() + 50, heard);
    changed();
  }

  function onConnection(next: ChannelsState) {
    if (next === 'connected') attempt = 0;
    else if (connection === 'connected' || next === 'lost') attempt += 1;
    connection = next;
    changed();
  }

  function begin(follow: Follow): () => void {
    follows.add(follow);
    if (reader) follow.stop = follow.begin(reader);
    return () => {
      follows.delete(follow);
      follow.stop();
    };
  }

  return {
    start() {
      if (!isOff) return;
      isOff = false;
      [connection, attempt] = ['connecting', 0];
      channels = openChannels(onConnection);
      reader = createRelayReader({ channels, now, heard });
      for (const follow of follows) follow.stop = follow.begin(reader);
      changed();
    },
    stop() {
      isOff = true;
      cancelSilence();
      reader?.close();
      channels?.close();
      [reader, channels] = [undefined, undefined];
      for (const follow of follows) follow.stop = nothing;
      changed();
    },
    nudge: () => channels?.nudge(),
    distrust: nothing,
    follow(topic, listener) {
      const name = formatTopic(topic);
      return begin({
        begin: (from) =>
          from.follow(topic.competition, name, {
            whole(content, at, sentAtMs) {
              if (content.kind === 'board') listener.snapshot(content.body, at, sentAtMs);
            },
            missing: listener.missing,
          }),
        stop: nothing,
      });
    },
    followAnswer(competition, address, listener) {
      return begin({
        begin: (from) =>
          from.follow(competition, address, {
            whole(content) {
              if (content.kind === 'document') listener.answer(content.value);
            },
            missing: listener.missing,
          }),
        stop: nothing,
      });
    },
    send: () => false,
    get state() {
      return state();
    },
    get heardAt() {
      return reader && trueAtMs(reader.freshness);
    },
  };
}
