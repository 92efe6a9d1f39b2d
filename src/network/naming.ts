// The appliance's name on the network over time: announced on the interfaces that there are now, and again after it was lost to somebody else.
import type { Log } from '../kit/log.ts';
import type { Announce, Announcement } from './announcement.ts';

export interface NamingParts {
  /** Undefined: nothing is announced. */
  readonly name: string | undefined;
  readonly log: Log;
  readonly announce: Announce;
}

/** Where to speak. Another address is another place, though the interface is the same: the name has to lead there. */
export interface Place {
  readonly interfaces: readonly string[];
  readonly addresses: readonly string[];
}

export interface Naming {
  /** `tenring.local` */
  readonly name: string | undefined;
  readonly wanted: string | undefined;
  /** Called every few seconds. Never rejects: a network that does not let us speak is asked again next time. */
  update(port: number, place: Place): Promise<void>;
  close(): Promise<void>;
}

const local = (name: string) => `${name}.local`;

export function createNaming({ name, log, announce }: NamingParts): Naming {
  let announcement: Announcement | undefined;
  /** The place of the last try, so that one that failed is told once. */
  let triedOn = '';
  let toldName = name;
  let isLost = false;

  async function withdraw() {
    const before = announcement;
    announcement = undefined;
    // Nobody misses a goodbye on an interface that has gone.
    await before?.close().catch((error: unknown) => log.debug({ error: String(error) }, 'the name was not taken back'));
  }

  async function update(port: number, { interfaces, addresses }: Place) {
    if (name === undefined) return;
    const on = [...interfaces, ...addresses].join();
    if (announcement && on === triedOn && !isLost) return;
    await withdraw();
    isLost = false;
    const isNew = on !== triedOn;
    triedOn = on;
    if (interfaces.length === 0) return;
    try {
      announcement = await announce({ name, port, interfaces, lost: () => (isLost = true) });
    } catch (error) {
      if (isNew) log.warn({ error: String(error) }, `${local(name)} cannot be announced; addresses work`);
      return;
    }
    if (announcement.name !== toldName)
      log.warn({}, `${local(name)} is another device’s on this network: this appliance is ${local(announcement.name)}`);
    toldName = announcement.name;
  }

  return {
    get name() {
      return announcement && local(announcement.name);
    },
    wanted: name && local(name),
    update,
    close: withdraw,
  };
}
