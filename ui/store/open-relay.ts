// The relay in a browser: what is loaded only by pages that listen to it.
import type { PusherAddress } from '../../src/wire/api-access.ts';
import { afterMs } from '../link/browser-world.ts';
import { openPusherChannels } from './pusher-channels.ts';
import { createRelayTransport } from './relay-transport.ts';
import type { RelayTransport } from './viewer-transport.ts';

export function openRelayTransport(address: PusherAddress, changed: () => void): RelayTransport {
  return createRelayTransport({
    openChannels: openPusherChannels(address),
    now: () => Date.now(),
    after: afterMs,
    changed,
  });
}
