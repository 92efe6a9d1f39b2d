// Hashes and comparisons of secrets: random 256-bit tokens need no salt and no slow hash, passwords need both.
import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from './human-code.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Takes the same time wherever the difference is. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}

export interface ScryptCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** OWASP's second row: 32 MB, some 0.3 s on a mini-PC. Kept beside each hash, so that it may rise. */
export const presentCost: ScryptCost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };

export interface PasswordHash extends ScryptCost {
  readonly scheme: 'scrypt';
  /** Both base64url. */
  readonly salt: string;
  readonly hash: string;
}

function derive(password: string, salt: Buffer, { cost, blockSize, parallelization }: ScryptCost): Promise<Buffer> {
  const maxmem = 256 * cost * blockSize;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { cost, blockSize, parallelization, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

export async function hashPassword(password: string, random: RandomBytes, cost: ScryptCost): Promise<PasswordHash> {
  const salt = Buffer.from(random(16));
  const hash = await derive(password, salt, cost);
  return { scheme: 'scrypt', ...cost, salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}

export async function isPassword(password: string, kept: PasswordHash): Promise<boolean> {
  const hash = await derive(password, Buffer.from(kept.salt, 'base64url'), kept);
  return isSameSecret(hash.toString('base64url'), kept.hash);
}
