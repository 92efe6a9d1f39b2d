// One way in for sockets, plain or TLS: uWebSockets.js with its two routes, /scoring and /board. The only file that knows the library.
import {
  App,
  DISABLED,
  SSLApp,
  type us_listen_socket,
  us_listen_socket_close,
  us_socket_local_port,
  type WebSocket,
  type WebSocketBehavior,
} from 'uWebSockets.js';
import type { ConnectionRoom } from '../kit/connection-room.ts';
import { judgeUpgrade, type UpgradeVerdict } from '../kit/host-check.ts';
import { closeCodes } from '../wire/codes.ts';
import type { FanOut } from './fan-out.ts';
import type { LiveOptions } from './messages.ts';
import type { Session, SocketRole } from './session.ts';
import type { SocketPort } from './socket-port.ts';

export interface GateWorld {
  readonly options: Pick<LiveOptions, 'host' | 'allowedHosts' | 'backpressureLimitBytes'>;
  readonly fanOut: Pick<FanOut, 'join' | 'leave'>;
  readonly room: ConnectionRoom;
  opened(role: SocketRole, port: SocketPort): Session;
  closed(session: Session): void;
  dropped(): void;
  sent(frames: number): void;
}

export interface CertificateFiles {
  readonly keyFile: string;
  readonly certFile: string;
}

export interface Gate {
  /** The port listened on; undefined when it is taken. */
  listen(port: number): number | undefined;
  /** No more connections; the open ones go on. */
  stopListening(): void;
  publish(cohort: string, frame: Uint8Array): void;
  readonly socketCount: number;
  /** Ends whatever is open. Must be called before the thread ends, or Node aborts. */
  close(): void;
}

/** The user data of a socket: the library copies it at the upgrade, before there is a session. */
interface Seat {
  readonly address: string;
  session?: Session;
}

/**
 * The library cuts a larger frame off without a close code, and the client would come again with the same frame. Up to here, our own
 * limit (session.ts) answers with 1009 instead.
 */
const hardLimitBytes = 4096;

const upgradeRefusals: Readonly<Record<Exclude<UpgradeVerdict, 'welcome'>, string>> = {
  wrongHost: '421 Misdirected Request',
  wrongOrigin: '403 Forbidden',
};

/** Throws when the library does not take the certificate. */
export function createGate(world: GateWorld, certificate?: CertificateFiles): Gate {
  const { options, fanOut } = world;
  const app = certificate
    ? SSLApp({ key_file_name: certificate.keyFile, cert_file_name: certificate.certFile })
    : App();
  let listenSocket: us_listen_socket | undefined;
  let socketCount = 0;

  function portOf(ws: WebSocket<Seat>): SocketPort & { closed(): void } {
    // The library throws for every call on a closed socket.
    let isOpen = true;
    const cohorts = new Map<string, string>();
    return {
      send(frame) {
        if (!isOpen) return false;
        const isTaken = ws.send(frame, true) !== 2;
        if (isTaken) world.sent(1);
        return isTaken;
      },
      backlogBytes: () => (isOpen ? ws.getBufferedAmount() : 0),
      together(run) {
        if (isOpen) ws.cork(run);
      },
      join(topic) {
        if (!isOpen || cohorts.has(topic)) return;
        const cohort = fanOut.join(topic);
        cohorts.set(topic, cohort);
        ws.subscribe(cohort);
      },
      leave(topic) {
        const cohort = cohorts.get(topic);
        if (cohort === undefined) return;
        cohorts.delete(topic);
        fanOut.leave(topic, cohort);
        if (isOpen) ws.unsubscribe(cohort);
      },
      close(name) {
        if (isOpen) ws.end(closeCodes[name].code, name);
      },
      cut() {
        if (isOpen) ws.close();
      },
      closed() {
        isOpen = false;
      },
    };
  }

  function behaviour(role: SocketRole, idleTimeout: number): WebSocketBehavior<Seat> {
    const ports = new WeakMap<Session, { closed(): void }>();
    return {
      maxPayloadLength: hardLimitBytes,
      idleTimeout,
      maxBackpressure: options.backpressureLimitBytes,
      compression: DISABLED,
      upgrade(response, request, context) {
        const verdict = judgeUpgrade(request.getHeader('host'), request.getHeader('origin'), options.allowedHosts);
        if (verdict !== 'welcome') {
          response.writeStatus(upgradeRefusals[verdict]).end(undefined, true);
          return;
        }
        // Given back as the socket closes; nothing can fail between here and its opening.
        const address = Buffer.from(response.getRemoteAddressAsText()).toString();
        if (!world.room.enter(address)) {
          response.writeStatus('503 Service Unavailable').writeHeader('retry-after', '10').end(undefined, true);
          return;
        }
        const [key, protocol] = [request.getHeader('sec-websocket-key'), request.getHeader('sec-websocket-protocol')];
        response.upgrade<Seat>({ address }, key, protocol, '', context);
      },
      open(ws) {
        socketCount += 1;
        const port = portOf(ws);
        const session = world.opened(role, port);
        ports.set(session, port);
        ws.getUserData().session = session;
      },
      message(ws, message, isBinary) {
        ws.getUserData().session?.receive(new Uint8Array(message), isBinary);
      },
      dropped(ws) {
        world.dropped();
        ws.getUserData().session?.dropped();
      },
      drain(ws) {
        ws.getUserData().session?.drained();
      },
      close(ws) {
        socketCount -= 1;
        const { session, address } = ws.getUserData();
        world.room.leave(address);
        if (!session) return;
        ports.get(session)?.closed();
        world.closed(session);
      },
    };
  }

  app.ws('/scoring', behaviour('scoring', 30));
  app.ws('/board', behaviour('board', 120));
  app.any('/*', (response) => {
    response.writeStatus('426 Upgrade Required').end('This port speaks WebSocket only.', true);
  });

  return {
    listen(port) {
      // The library shares a port with whoever listens there already (SO_REUSEPORT); its option against that also forbids a port on which
      // connections of a killed appliance are still winding up. live-worker.ts has therefore asked whether anybody listens.
      app.listen(options.host, port, (socket) => {
        if (socket) listenSocket = socket;
      });
      return listenSocket && us_socket_local_port(listenSocket);
    },
    stopListening() {
      if (listenSocket) us_listen_socket_close(listenSocket);
      listenSocket = undefined;
    },
    publish(cohort, frame) {
      const subscribers = app.numSubscribers(cohort);
      if (subscribers === 0) return;
      world.sent(subscribers);
      app.publish(cohort, frame, true);
    },
    get socketCount() {
      return socketCount;
    },
    close() {
      app.close();
    },
  };
}
