// How a tablet proves that it may score at a butt: by the key in the target's QR code, or by a short code that the desk shows.
import { createHmac } from 'node:crypto';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Access, JoinTarget } from './access.ts';
import { bytesToBase32, createHumanCode, type RandomBytes, readHumanCode } from './human-code.ts';
import { isSameSecret, sha256 } from './secrets.ts';
import { isRefused, type Tries } from './tries.ts';

export type Joining = Pick<
  Access,
  'joinKey' | 'joinByKey' | 'createJoinCode' | 'joinByCode' | 'forgetJoinCode' | 'createDevice'
>;

const codeLetters = 6;
const codeLifetimeSeconds = 30 * 60;
const keyBytes = 10;

export interface JoiningParts {
  readonly joinSecret: () => string;
  readonly store: ShortLivedStore;
  readonly tries: Tries;
  readonly random: RandomBytes;
}

export function createJoining({ joinSecret, store, tries, random }: JoiningParts): Joining {
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
      await store.set(codeKey(code), `${competition} ${butt}`, codeLifetimeSeconds);
      return { code, expiresInSeconds: codeLifetimeSeconds };
    },
    async joinByCode(code, address) {
      const found = await tries.attempt(address, () => store.get(codeKey(code)));
      if (isRefused(found)) return found;
      const [competition, butt] = (found ?? '').split(' ');
      if (!competition) return { kind: 'refused', refusal: { code: 'wrongCode' } };
      return { kind: 'target', target: { competition, butt: Number(butt) } };
    },
    forgetJoinCode: (code) => store.delete(codeKey(code)),
    createDevice: () => ({ device: bytesToBase32(random(10)), token: Buffer.from(random(32)).toString('base64url') }),
  };
}
