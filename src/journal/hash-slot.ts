// Which of a Redis Cluster's 16,384 slots a key is in, and which word of a command is its key.
// redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec: CRC16 (XMODEM) of what stands between the first braces.
import type { Word } from './redis-connection.ts';

const slots = 16_384;

export function hashSlot(key: string): number {
  const tag = /\{([^}]+)\}/.exec(key)?.[1];
  return crc16(Buffer.from(hasEmptyTag(key) ? key : (tag ?? key))) % slots;
}

/** An empty first pair of braces is no tag, and later ones do not count. */
function hasEmptyTag(key: string): boolean {
  const open = key.indexOf('{');
  return open >= 0 && key[open + 1] === '}';
}

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** The first key, of the commands that are used here; undefined where any server may answer. All keys of a command are in one slot. */
export function keyOf(command: readonly [string, ...Word[]]): string | undefined {
  const [name, ...words] = command;
  switch (name.toLowerCase()) {
    case 'eval':
    case 'evalsha':
      return Number(words[1]) > 0 ? String(words[2]) : undefined;
    case 'xread':
    case 'xreadgroup': {
      const streams = words.findIndex((word) => String(word).toUpperCase() === 'STREAMS');
      return String(words[streams + 1]);
    }
    case 'xgroup':
    case 'xinfo':
      return String(words[1]);
    case 'asking':
    case 'client':
    case 'cluster':
    case 'config':
    case 'info':
    case 'ping':
    case 'publish':
    case 'wait':
      return undefined;
    default:
      return String(words[0]);
  }
}
