// How many connections there may be, in all and from one address: one phone must not take the places of everybody else.

export interface RoomLimits {
  /** A whole venue may come through one router, so this is no tight limit. The box itself is exempt (load tests, a proxy). */
  readonly perAddress: number;
  readonly inAll: number;
}

export interface ConnectionRoom {
  /** False when there is no place: nothing is counted then. Else `leave` has to follow once. */
  enter(address: string): boolean;
  leave(address: string): void;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

export function createConnectionRoom({ perAddress, inAll }: RoomLimits): ConnectionRoom {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    enter(address) {
      const count = counts.get(address) ?? 0;
      if (total >= inAll || (count >= perAddress && !loopback.test(address))) return false;
      counts.set(address, count + 1);
      total += 1;
      return true;
    },
    leave(address) {
      const count = counts.get(address) ?? 0;
      if (count === 0) return;
      total -= 1;
      // What is kept ends with the last connection: addresses that come and go take no memory.
      if (count === 1) counts.delete(address);
      else counts.set(address, count - 1);
    },
  };
}
