// Names of what goes over the internet, and of the Pusher channels that carry it. A name is a topic's (`leaderboard/c1/RM`), or an address
// of the HTTP interface whose answer is carried (`/api/competitions/c1`). Publisher and page work the channel out from it, each for itself.

/** A cache channel: Pusher keeps its last event for whoever comes. */
export const channelPrefix = 'cache-tenring-';

/** Pusher's limit is 164. */
const longestName = 130;

/** Letters, digits and `_ - . ,` stay; `;` stands for a slash, `=` and two digits for each other byte. */
function nameToChannel(name: string): string {
  let text = '';
  for (const byte of new TextEncoder().encode(name)) {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9_\-.,]/.test(char)) text += char;
    else text += char === '/' ? ';' : `=${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}

/** 64 bits in hexadecimal (FNV-1a, twice 32). Not for secrets. */
export function shortHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1000193];
  for (const byte of new TextEncoder().encode(text)) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte, 0x85ebca6b) ^ (two >>> 13);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Of part `part` (from 0). Names that are too long for a channel keep their beginning and a hash of the whole. */
export function relayChannel(name: string, part: number): string {
  const plain = nameToChannel(name);
  const short = plain.length <= longestName ? plain : `${plain.slice(0, 100)}..${shortHash(name)}`;
  return `${channelPrefix}${short}${part === 0 ? '' : `.p${part}`}`;
}

/** The sign of life of a competition's relay, with what time it is at the venue. */
export const aliveName = (competition: string) => `alive/${encodeURIComponent(competition)}`;

/** Whose answer it is; undefined for an address that is of no competition. */
export function competitionInAddress(address: string): string | undefined {
  const found = /^\/api\/competitions\/([^/?]+)/.exec(address)?.[1];
  return found === undefined ? undefined : decodeURIComponent(found);
}
