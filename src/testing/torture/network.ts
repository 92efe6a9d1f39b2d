// The venue's network between tablets and appliance: it can be cut, be slow, fall silent, and swallow what comes back.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Network {
  /** Where tablets connect to. */
  readonly port: number;
  /** Connections are refused while it is closed; closing cuts those there are. */
  open(): void;
  shut(): void;
  /** Cuts what there is; who comes again is let through. */
  cut(): void;
  /** Until it is set back to 0. */
  delay(milliseconds: number): void;
  /** Nothing passes either way, connections stay. */
  freeze(isFrozen: boolean): void;
  /** What the appliance says is lost: commands arrive, and their answers do not. */
  swallowAnswers(isSwallowing: boolean): void;
  close(): void;
}

interface Pair {
  readonly tablet: Socket;
  readonly appliance: Socket;
}

export async function openNetwork(appliancePort: () => number): Promise<Network> {
  const pairs = new Set<Pair>();
  let isOpen = false;
  let delayMs = 0;
  let isFrozen = false;
  let isSwallowing = false;

  function end(pair: Pair) {
    pairs.delete(pair);
    pair.tablet.destroy();
    pair.appliance.destroy();
  }

  function pass(pair: Pair, from: Socket, to: Socket) {
    from.on('error', () => end(pair));
    from.on('close', () => end(pair));
    from.on('data', (bytes) => {
      if (isSwallowing && from === pair.appliance) return;
      if (delayMs === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), delayMs);
    });
  }

  const server = createServer((tablet) => {
    if (!isOpen) {
      tablet.destroy();
      return;
    }
    const pair = { tablet, appliance: connect(appliancePort(), '127.0.0.1') };
    pairs.add(pair);
    pass(pair, tablet, pair.appliance);
    pass(pair, pair.appliance, tablet);
    if (isFrozen) setFlowing(pair, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  function setFlowing({ tablet, appliance }: Pair, isFlowing: boolean) {
    for (const socket of [tablet, appliance]) {
      if (isFlowing) socket.resume();
      else socket.pause();
    }
  }

  function cut() {
    for (const pair of [...pairs]) end(pair);
  }

  return {
    port: address && typeof address === 'object' ? address.port : 0,
    open: () => {
      isOpen = true;
    },
    shut: () => {
      isOpen = false;
      cut();
    },
    cut,
    delay: (milliseconds) => {
      delayMs = milliseconds;
    },
    freeze: (frozen) => {
      isFrozen = frozen;
      for (const pair of pairs) setFlowing(pair, !frozen);
    },
    swallowAnswers: (swallowing) => {
      isSwallowing = swallowing;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}

/** A port that is free now and that the kernel gives to nobody by itself: the appliance needs it again after every start. */
export async function findQuietPort(not?: number): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    if (port !== not && (await isFree(port))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
