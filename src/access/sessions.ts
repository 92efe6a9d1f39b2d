// The desk's sessions: a random token in a cookie, its hash as a short-lived key. Looking is enough to keep it alive for 12 hours more.
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import type { RandomBytes } from './human-code.ts';
import { sha256 } from './secrets.ts';

export interface Sessions {
  /** The token. `generation` is the password's: when that changes, the session is over. */
  open(generation: string): Promise<string>;
  isOpen(token: string, generation: string): Promise<boolean>;
  /** Carries one session over to a new generation. */
  keep(token: string, generation: string): Promise<void>;
  close(token: string): Promise<void>;
}

const lifetimeSeconds = 12 * 3600;
/** Not every request needs to write. */
const renewAfterSeconds = 10 * 60;

export function createSessions(store: ShortLivedStore, clock: Pick<Clock, 'now'>, random: RandomBytes): Sessions {
  const keyOf = (token: string) => `session:${sha256(token)}`;
  const now = () => Math.floor(clock.now() / 1_000);

  async function keep(token: string, generation: string): Promise<void> {
    await store.set(keyOf(token), `${generation} ${now() + renewAfterSeconds}`, lifetimeSeconds);
  }

  return {
    keep,
    async open(generation) {
      const token = Buffer.from(random(32)).toString('base64url');
      await keep(token, generation);
      return token;
    },
    async isOpen(token, generation) {
      const [found, renewAt] = ((await store.get(keyOf(token))) ?? '').split(' ');
      if (found !== generation) return false;
      if (now() >= Number(renewAt)) await keep(token, generation);
      return true;
    },
    close: (token) => store.delete(keyOf(token)),
  };
}
