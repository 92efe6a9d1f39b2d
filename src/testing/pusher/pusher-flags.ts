// Flags of `tenring start` that lead it to a Pusher-like server on this machine.
import { type PusherServer, testApp } from './pusher-server.ts';

export function pusherFlags({ port }: Pick<PusherServer, 'port'>, host = '127.0.0.1'): readonly string[] {
  return [
    ...['--pusher-app-id', testApp.id, '--pusher-key', testApp.key, '--pusher-secret', testApp.secret],
    ...['--pusher-host', host, '--pusher-port', String(port), '--pusher-tls', 'no'],
  ];
}
