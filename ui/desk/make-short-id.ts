// An id for what the desk makes: random, short enough for an address.
export function makeShortId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
