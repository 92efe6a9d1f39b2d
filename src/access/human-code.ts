// Codes that people read from a screen and type: 32 capitals and digits, without those that look alike (0 O, 1 I).

/** 32 letters: a random byte's lowest five bits choose one, without bias. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export type RandomBytes = (count: number) => Uint8Array;

/** Five random bits a letter. */
export function createHumanCode(letters: number, random: RandomBytes): string {
  return Array.from(random(letters), (byte) => alphabet[byte & 31]).join('');
}

/** 40 bits: opens the organiser's desk once. */
export function createDeskCode(random: RandomBytes): string {
  return createHumanCode(8, random);
}

/** As typed → as made: any case, with spaces and dashes anywhere. */
export function readHumanCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** `ABCD-EFGH`. */
export function groupHumanCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** For keys that machines read: base32 of RFC 4648, lower case, no padding. */
export function bytesToBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const letters = bits.match(/.{1,5}/g) ?? [];
  return letters.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
