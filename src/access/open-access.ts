// Access as the appliance runs it: the file in the data folder, sessions and join codes in the short-lived store.
import { randomBytes } from 'node:crypto';
import { StartError } from '../config/start-error.ts';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { type Access, type AccessRefusal, AccessUnavailableError, type Credentials, type LogIn } from './access.ts';
import {
  type AccessFile,
  accessFileIn,
  accessFileMark,
  createAccessFile,
  DamagedAccessFileError,
  readAccessFile,
  replaceAccessFile,
  writeAccessFile,
} from './access-file.ts';
import { createHumanCode, groupHumanCode, type RandomBytes, readHumanCode } from './human-code.ts';
import { createJoining } from './joining.ts';
import { isPassword, isSameSecret, presentCost, type ScryptCost } from './secrets.ts';
import { createSessions } from './sessions.ts';
import { judgePassword, withPassword } from './set-password.ts';
import { createTries, isRefused, type TryLimits } from './tries.ts';

export interface AccessParts {
  /** The data folder. */
  readonly folder: string;
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
/** 40 bits. */
const deskCodeLetters = 8;

/** Throws StartError when the folder's access.json cannot be read or written. */
export function openAccess(parts: AccessParts): Access {
  const { folder, clock, log, random = randomBytes, passwordCost = presentCost } = parts;
  const store = withFaults(parts.shortLived);
  const sessions = createSessions(store, clock, random);
  const logInTries = createTries('login', logInLimits, store, clock);
  const joinTries = createTries('join', joinLimits, store, clock);
  let file = openFile(folder, random);
  let mark = accessFileMark(folder);
  let deskCode = file.password ? undefined : createHumanCode(deskCodeLetters, random);

  /** `tenring password` may have written it since: then whoever was logged in is not any more. */
  function readAgain() {
    const now = whileAvailable(() => accessFileMark(folder));
    if (now === mark) return;
    const found = whileAvailable(() => readAccessFile(folder));
    mark = now;
    if (!found) return;
    file = found;
    if (file.password) deskCode = undefined;
  }

  async function isRight(password: string): Promise<boolean> {
    const kept = file.password;
    return kept !== null && (await isPassword(password, kept));
  }

  /** Tries come one after the other: of many who have the code one gets in. With Redis away it is not used up. */
  function openByCode(code: string, address: string) {
    return logInTries.attempt(address, async () => {
      if (deskCode === undefined || !isSameSecret(readHumanCode(code), deskCode)) return undefined;
      const token = await sessions.open(file.generation);
      deskCode = undefined;
      return token;
    });
  }

  function openByPassword(password: string, address: string) {
    return logInTries.attempt(address, async () =>
      (await isRight(password)) ? sessions.open(file.generation) : undefined,
    );
  }

  async function logIn(credentials: Credentials, address: string): Promise<LogIn> {
    readAgain();
    const byCode = 'code' in credentials;
    if (byCode && file.password) return refuse({ code: 'passwordExists' });
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
    readAgain();
    const seen = file;
    if (!(await sessions.isOpen(token, seen.generation))) return { code: 'notLoggedIn' };
    const refusal = judgePassword(password);
    if (refusal) return refusal;
    if (seen.password) {
      const right = await logInTries.attempt(address, async () => (await isRight(current ?? '')) || undefined);
      if (isRefused(right)) return right.refusal;
      if (!right) return { code: 'wrongPassword' };
    }
    if (!(await writePassword(seen, password))) return { code: seen.password ? 'wrongPassword' : 'passwordExists' };
    log.info({ address }, 'a new password for the desk');
    await sessions.keep(token, file.generation);
    return undefined;
  }

  async function resetPassword(password: string): Promise<AccessRefusal | undefined> {
    readAgain();
    const refusal = judgePassword(password);
    if (refusal) return refusal;
    // Whoever is at the box wins against anybody who sets one in the same moment.
    while (!(await writePassword(file, password))) {
      mark = '';
      readAgain();
    }
    log.info({}, 'a new password for the desk, from the console');
    return undefined;
  }

  /** False when it was changed since it was seen, be it while this password was being hashed: nothing is written then. */
  async function writePassword(seen: AccessFile, password: string): Promise<boolean> {
    const changed = await withPassword(seen, password, { random, cost: passwordCost });
    if (!whileAvailable(() => replaceAccessFile(folder, seen, changed))) return false;
    mark = whileAvailable(() => accessFileMark(folder));
    file = changed;
    deskCode = undefined;
    return true;
  }

  return {
    get deskCode() {
      return deskCode === undefined ? undefined : groupHumanCode(deskCode);
    },
    get passwordSet() {
      return file.password !== null;
    },
    logIn,
    async isLoggedIn(token) {
      readAgain();
      return sessions.isOpen(token, file.generation);
    },
    logOut: (token) => sessions.close(token),
    setPassword,
    resetPassword,
    ...createJoining({ joinSecret: () => file.joinSecret, store, tries: joinTries, clock, random }),
  };
}

function refuse(refusal: AccessRefusal) {
  return { kind: 'refused', refusal } as const;
}

function openFile(folder: string, random: RandomBytes) {
  try {
    const found = readAccessFile(folder);
    if (found) return found;
    const created = createAccessFile(random);
    writeAccessFile(folder, created);
    return created;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice =
      error instanceof DamagedAccessFileError
        ? ' Move it away and start again: a one-time code then opens the desk.'
        : '';
    throw new StartError('dataFolder', `${accessFileIn(folder)} cannot be used: ${why}.${advice}`, { cause: error });
  }
}

function whileAvailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new AccessUnavailableError('access.json cannot be read or written', { cause: error });
  }
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
