// At a primary's start: has one of its standbys taken over meanwhile? Who is not reached is not waited for: a primary has to start when its
// standby is switched off. Whoever took over tells it as soon as both see each other (tell-replaced.ts).
import { randomBytes } from 'node:crypto';
import type { StandbyRole } from '../wire/api-standby.ts';
import { openKnownStandbys, type Standby } from './known-standbys.ts';
import { isProven } from './role-proof.ts';

const withinMs = 2_000;

/** The origin of the one that did; undefined for none. */
export async function findReplacement(folder: string): Promise<string | undefined> {
  const answers = await Promise.all(openKnownStandbys(folder).all.map(askOne));
  return answers.find((origin) => origin !== undefined);
}

async function askOne({ address, tokenHash }: Standby): Promise<string | undefined> {
  if (!address) return undefined;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  const origin = `http://${host}:${address.port}`;
  const nonce = randomBytes(16).toString('hex');
  const answer = await roleOf(`${origin}/api/standbys/role?nonce=${nonce}`);
  return answer?.role === 'promoted' && isProven(answer, nonce, tokenHash) ? origin : undefined;
}

/** Undefined where nobody answers, or somebody else. */
async function roleOf(url: string): Promise<StandbyRole | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs) });
    if (!answer.ok) return undefined;
    const read: Partial<StandbyRole> = await answer.json();
    const { role, proof } = read;
    return (role === 'following' || role === 'promoted') && typeof proof === 'string' ? { role, proof } : undefined;
  } catch {
    return undefined;
  }
}
