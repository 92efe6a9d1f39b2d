// How a standby proves its role to its primary: by the hash of its token, which both have, over a number that was never used before.
import { createHmac } from 'node:crypto';
import { isSameSecret, sha256 } from '../access/secrets.ts';
import type { StandbyRole } from '../wire/api-standby.ts';

export function proveRole(role: StandbyRole['role'], nonce: string, tokenHash: string): StandbyRole {
  return { role, proof: createHmac('sha256', tokenHash).update(`${nonce} ${role}`).digest('hex') };
}

/** By whoever has the token itself. */
export function roleAnswer(role: StandbyRole['role'], nonce: string, token: string): StandbyRole {
  return proveRole(role, nonce, sha256(token));
}

export function isProven({ role, proof }: StandbyRole, nonce: string, tokenHash: string): boolean {
  return isSameSecret(proof, proveRole(role, nonce, tokenHash).proof);
}
