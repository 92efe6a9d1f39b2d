// How a tablet proves that it may score at a butt: by the key in the target's QR code, or by a short code that the desk shows.
import { createHmac } from 'node:crypto';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import type { Access, JoinTarget } from './access.ts';
import { bytesToBase32, createHumanCode, type RandomBytes, readHumanCode } from './human-code.ts';
import { isSameSecret, sha256 } from './secrets.ts';
import { isRefused, type Tries } from './tries.ts';

export type Joining = Pick<
  Access,
  'joinKey' | 'joinByKey' | 'createJoinCode' | 'joinByCode' | 'spendJoinCode' | 'createDevice'
>;

const codeLetters = 6;
const codeLifetimeSeconds = 30 * 60;
/** So long a code that is used or too old is still told from a wrong one. */
const codeRememberedSeconds = 12 * 3600;
const keyBytes = 10;

export interface JoiningParts {
  readonly joinSecret: () => string;
  readonly store: ShortLivedStore;
  readonly tries: Tries;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: RandomBytes;
}

/** As the store keeps a code: of which target, and until when; 0 once a device has joined by it. */
interface KeptCode extends JoinTarget {
  readonly goodUntilMs: number;
}

const writeCode = ({ competition, butt, goodUntilMs }: KeptCode) => `${competition} ${butt} ${goodUntilMs}`;

function readCode(text: string | undefined): KeptCode | undefined {
  const [competition, butt, goodUntilMs] = (text ?? '').split(' ');
  return competition ? { competition, butt: Number(butt), goodUntilMs: Number(goodUntilMs) } : undefined;
}

export function createJoining({ joinSecret, store, tries, clock, random }: JoiningParts): Joining {
  const codeKey = (code: string) => `join:${sha256(readHumanCode(code))}`;

  function joinKey({ competition, butt }: JoinTarget): string {
    const mac = createHmac('sha256', Buffer.from(joinSecret(), 'base64url')).update(`${competition}\n${butt}`).digest();
    return bytesToBase32(mac.subarray(0, keyBytes));
  }

  return {
    joinKey,
    joinByKey(target, key) {
      if (isSameSecret(key.trim().toLowerCase(), joinKey(target))) return { kind: 'target', target };
      return { kind: 'refused', refusal: { code: 'wrongCode' } };
    },
    async createJoinCode({ competition, butt }) {
      const code = createHumanCode(codeLetters, random);
      const goodUntilMs = clock.now() + codeLifetimeSeconds * 1000;
      await store.set(codeKey(code), writeCode({ competition, butt, goodUntilMs }), codeRememberedSeconds);
      return { code, expiresInSeconds: codeLifetimeSeconds };
    },
    async joinByCode(code, address) {
      const found = await tries.attempt(address, () => store.get(codeKey(code)));
      if (isRefused(found)) return found;
      const kept = readCode(found);
      if (!kept) return { kind: 'refused', refusal: { code: 'wrongCode' } };
      const { competition, butt, goodUntilMs } = kept;
      if (goodUntilMs === 0) return { kind: 'refused', refusal: { code: 'codeUsed', butt } };
      if (goodUntilMs <= clock.now()) return { kind: 'refused', refusal: { code: 'codeExpired', butt } };
      return { kind: 'target', target: { competition, butt } };
    },
    async spendJoinCode(code) {
      const kept = readCode(await store.get(codeKey(code)));
      if (kept) await store.set(codeKey(code), writeCode({ ...kept, goodUntilMs: 0 }), codeRememberedSeconds);
    },
    createDevice: () => ({ device: bytesToBase32(random(10)), token: Buffer.from(random(32)).toString('base64url') }),
  };
}
