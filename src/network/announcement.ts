// Tells the local network who `tenring.local` is (mDNS, RFC 6762) and that its pages are there (DNS-SD). The only user of @homebridge/ciao.
import { type CiaoService, getResponder, type Responder } from '@homebridge/ciao';

export interface AnnounceOptions {
  /** Without `.local`. */
  readonly name: string;
  readonly port: number;
  /** Names of the network interfaces on which to speak. */
  readonly interfaces: readonly string[];
  /** Somebody with an older right to it came with the same name: what was announced is over. */
  lost(): void;
}

export interface Announcement {
  /** Another one than was asked for where somebody else has that one. */
  readonly name: string;
  close(): Promise<void>;
}

export type Announce = (options: AnnounceOptions) => Promise<Announcement>;

const mostTries = 9;

/** Rejects when the network does not let us speak. Asking around takes about a second. */
export async function announce({ name, port, interfaces, lost }: AnnounceOptions): Promise<Announcement> {
  const responder = getResponder({ interface: [...interfaces] });
  try {
    for (let count = 1; count <= mostTries; count += 1) {
      const candidate = count === 1 ? name : `${name}-${count}`;
      const service = await tryName(responder, candidate, port, lost);
      if (service) return { name: candidate, close: () => responder.shutdown() };
    }
    throw new Error(`${name}.local and ${mostTries - 1} names like it are taken`);
  } catch (error) {
    await responder.shutdown();
    throw error;
  }
}

/** Undefined when the name is somebody else's. The library would go on as `NAME-(2)`, which is no host name. */
async function tryName(
  responder: Responder,
  name: string,
  port: number,
  lost: () => void,
): Promise<CiaoService | undefined> {
  // Without a record of text the library (1.3.12) takes its own announcement for somebody else's.
  const service = responder.createService({ name, hostname: name, type: 'http', port, txt: { path: '/' } });
  let isAnnounced = false;
  let isTaken = false;
  const taken = () => {
    isTaken = true;
    if (isAnnounced) lost();
  };
  // Both events need a listener, or the library complains on the console.
  service.on('hostname-change', taken);
  service.on('name-change', taken);
  await service.advertise();
  if (isTaken) {
    await service.end();
    return undefined;
  }
  isAnnounced = true;
  return service;
}
