// Access as the appliance runs it: passwords and secrets in the access store, sessions and join codes in the short-lived store.
import { randomBytes } from 'node:crypto';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { type Access, type AccessRefusal, AccessUnavailableError, type Credentials, type LogIn } from './access.ts';
import type { AccessFile } from './access-file.ts';
import type { AccessStore } from './access-store.ts';
import { openFileAccessStore } from './file-access-store.ts';
import { groupHumanCode, type RandomBytes } from './human-code.ts';
import { createJoining } from './joining.ts';
import { isPassword, presentCost, type ScryptCost } from './secrets.ts';
import { createSessions } from './sessions.ts';
import { judgePassword, withPassword } from './set-password.ts';
import { createTries, isRefused, type TryLimits } from './tries.ts';

export interface AccessParts {
  /** The data folder. */
  readonly folder: string;
  /** Of several nodes; without it the folder's own file is the store. */
  readonly store?: AccessStore;
  readonly shortLived: ShortLivedStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly random?: RandomBytes;
  /** Of passwords set from now on; tests take a cheap one. */
  readonly passwordCost?: ScryptCost;
}

const logInLimits: TryLimits = { perAddress: 10, inAll: 100, windowSeconds: 300, longestQueue: 20 };
/** A whole club behind one router joins within minutes; 200 wrong codes find one of 250 with a chance of 1 in 20,000. */
const joinLimits: TryLimits = { perAddress: 20, inAll: 200, windowSeconds: 300, longestQueue: 1_000 };
/** Throws StartError when the folder's access.json cannot be read or written. */
export function openAccess(parts: AccessParts): Access {
  const { folder, clock, log, random = randomBytes, passwordCost = presentCost } = parts;
  const kept = parts.store ?? openFileAccessStore(folder, random);
  const store = withFaults(parts.shortLived);
  const sessions = createSessions(store, clock, random);
  const logInTries = createTries('login', logInLimits, store, clock);
  const joinTries = createTries('join', joinLimits, store, clock);

  async function isRight(password: string): Promise<boolean> {
    const hash = kept.file.password;
    return hash !== null && (await isPassword(password, hash));
  }

  /** Tries come one after the other: of many who have the code one gets in. With Redis away it is not used up. */
  function openByCode(code: string, address: string) {
    return logInTries.attempt(address, async () => {
      if (!kept.isCode(code)) return undefined;
      const token = await sessions.open(kept.file.generation);
      if (await kept.takeCode(code)) return token;
      await sessions.close(token);
      return undefined;
    });
  }

  function openByPassword(password: string, address: string) {
    return logInTries.attempt(address, async () =>
      (await isRight(password)) ? sessions.open(kept.file.generation) : undefined,
    );
  }

  async function logIn(credentials: Credentials, address: string): Promise<LogIn> {
    await kept.refresh();
    const byCode = 'code' in credentials;
    if (byCode && kept.file.password) return refuse({ code: 'passwordExists' });
    const token = byCode
      ? await openByCode(credentials.code, address)
      : await openByPassword(credentials.password, address);
    if (isRefused(token)) {
      log.warn({ address }, 'too many tries to log in');
      return token;
    }
    if (token === undefined) {
      log.warn({ address }, 'a log-in with a wrong code or password');
      return refuse({ code: byCode ? 'wrongCode' : 'wrongPassword' });
    }
    log.info({ address }, 'the organiser logged in');
    return { kind: 'loggedIn', token };
  }

  async function setPassword(
    token: string,
    password: string,
    current: string | undefined,
    address: string,
  ): Promise<AccessRefusal | undefined> {
    await kept.refresh();
    const seen = kept.file;
    if (!(await sessions.isOpen(token, seen.generation))) return { code: 'notLoggedIn' };
    const refusal = judgePassword(password);
    if (refusal) return refusal;
    if (seen.password) {
      const right = await logInTries.attempt(address, async () => (await isRight(current ?? '')) || undefined);
      if (isRefused(right)) return right.refusal;
      if (!right) return { code: 'wrongPassword' };
    }
    const written = await writePassword(seen, password);
    if (!written) return { code: seen.password ? 'wrongPassword' : 'passwordExists' };
    log.info({ address }, 'a new password for the desk');
    await sessions.keep(token, written.generation);
    return undefined;
  }

  async function resetPassword(password: string): Promise<AccessRefusal | undefined> {
    await kept.refresh();
    const refusal = judgePassword(password);
    if (refusal) return refusal;
    // Whoever is at the box wins against anybody who sets one in the same moment.
    while (!(await writePassword(kept.file, password)));
    log.info({}, 'a new password for the desk, from the console');
    return undefined;
  }

  /** Undefined when it was changed since it was seen, be it while this password was being hashed: nothing is written then. */
  async function writePassword(seen: AccessFile, password: string): Promise<AccessFile | undefined> {
    const changed = await withPassword(seen, password, { random, cost: passwordCost });
    return (await kept.replace(seen, changed)) ? changed : undefined;
  }

  return {
    get deskCode() {
      return kept.ownCode === undefined ? undefined : groupHumanCode(kept.ownCode);
    },
    get passwordSet() {
      return kept.file.password !== null;
    },
    logIn,
    async isLoggedIn(token) {
      await kept.refresh();
      return sessions.isOpen(token, kept.file.generation);
    },
    logOut: (token) => sessions.close(token),
    setPassword,
    resetPassword,
    ...createJoining({ joinSecret: () => kept.file.joinSecret, store, tries: joinTries, clock, random }),
  };
}

function refuse(refusal: AccessRefusal) {
  return { kind: 'refused', refusal } as const;
}

/** The store throws only when it cannot be reached. */
function withFaults(store: ShortLivedStore): ShortLivedStore {
  async function reach<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } catch (error) {
      throw new AccessUnavailableError('sessions and codes cannot be looked up', { cause: error });
    }
  }
  return {
    get: (key) => reach(store.get(key)),
    set: (key, value, ttlSeconds) => reach(store.set(key, value, ttlSeconds)),
    delete: (key) => reach(store.delete(key)),
    increment: (key, ttlSeconds) => reach(store.increment(key, ttlSeconds)),
  };
}
