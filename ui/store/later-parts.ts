// What pages that only look fetch when they need it: the relay's code, and pusher-js with it.
import type { OpenRelay } from './viewer-transport.ts';

export async function loadRelay(): Promise<OpenRelay> {
  return (await import('./open-relay.ts')).openRelayTransport;
}
