// The only user of pusher-js: channels of one connection that opens itself again. Loaded by pages only when they need it.
import Pusher from 'pusher-js';
import type { PusherAddress } from '../../src/wire/api-access.ts';
import { partEvent } from '../../src/wire/relay/relay-part.ts';

export interface ChannelListener {
  /** `isKept`: from the cache, as the first answer of a channel is. */
  event(data: unknown, isKept: boolean): void;
  /** The cache has nothing (any more). */
  missed(): void;
}

/** `lost`: it is tried again by itself; `refused`: the key or the server's answer allows no other try. */
export type ChannelsState = 'connecting' | 'connected' | 'lost' | 'refused';

export interface Channels {
  /** Returns what stops listening. */
  listen(channel: string, listener: ChannelListener): () => void;
  /** Something makes success likely: try now. */
  nudge(): void;
  close(): void;
}

export type OpenChannels = (changed: (state: ChannelsState) => void) => Channels;

const states: Readonly<Record<string, ChannelsState>> = {
  initialized: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  unavailable: 'lost',
  disconnected: 'refused',
  failed: 'refused',
};

export function openPusherChannels({ key, cluster, host, port, tls }: PusherAddress): OpenChannels {
  return (changed) => {
    const place = host === null ? {} : { wsHost: host, ...(port !== null && { wsPort: port, wssPort: port }) };
    const pusher = new Pusher(key, {
      ...place,
      cluster: cluster ?? 'mt1',
      forceTLS: tls,
      // Without the ways that load scripts from elsewhere.
      enabledTransports: ['ws', 'wss'],
      // A page that nobody hears of for that long says so.
      unavailableTimeout: 8_000,
    });
    let isClosed = false;
    const onState = ({ current }: { readonly current: string }) => {
      if (!isClosed) changed(states[current] ?? 'lost');
    };
    pusher.connection.bind('state_change', onState);
    return {
      listen(name, { event, missed }) {
        const channel = pusher.subscribe(name);
        let isFirst = true;
        const onSubscribed = () => {
          isFirst = true;
        };
        const onPart = (data: unknown) => {
          const isKept = isFirst;
          isFirst = false;
          event(data, isKept);
        };
        const onMiss = () => {
          isFirst = false;
          missed();
        };
        channel.bind('pusher:subscription_succeeded', onSubscribed);
        channel.bind(partEvent, onPart);
        channel.bind('pusher:cache_miss', onMiss);
        return () => {
          channel.unbind_all();
          pusher.unsubscribe(name);
        };
      },
      nudge() {
        if (pusher.connection.state !== 'connected') pusher.connect();
      },
      close() {
        isClosed = true;
        pusher.disconnect();
      },
    };
  };
}
