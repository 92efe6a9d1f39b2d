// What one machine gives the other so that nobody on the network can read or change it: the code that a person carries has letters that are
// never sent, and both sides make a key of them. Whoever opens what was sealed knows that it came from the machine that printed the code.
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { createHumanCode, type RandomBytes, readHumanCode } from '../access/human-code.ts';

/** These say which code it is, and are sent. */
export const openLetters = 8;
/** 80 bits, never sent. */
const secretLetters = 16;

export interface StandbyCodeParts {
  readonly open: string;
  /** base64url. */
  readonly key: string;
}

export function createStandbyCode(random: RandomBytes): string {
  return createHumanCode(openLetters + secretLetters, random);
}

/** Undefined where it is none: too short, too long. */
export function readStandbyCode(typed: string): StandbyCodeParts | undefined {
  const code = readHumanCode(typed);
  if (code.length !== openLetters + secretLetters) return undefined;
  const [open, secret] = [code.slice(0, openLetters), code.slice(openLetters)];
  return { open, key: Buffer.from(hkdfSync('sha256', secret, open, 'tenring standby', 32)).toString('base64url') };
}

/** What it is about, so that one thing cannot be given out as another. */
export type Subject = 'place' | 'access';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

export function seal(text: string, key: string, subject: Subject, random: RandomBytes): string {
  const iv = random(ivBytes);
  const sealing = createCipheriv(cipher, Buffer.from(key, 'base64url'), iv).setAAD(Buffer.from(subject));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined where it was sealed by another key or about something else, or was changed. */
export function unseal(sealed: string, key: string, subject: Subject): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)];
  const opening = createDecipheriv(cipher, Buffer.from(key, 'base64url'), iv, { authTagLength: tagBytes })
    .setAAD(Buffer.from(subject))
    .setAuthTag(tag);
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
