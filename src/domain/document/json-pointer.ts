// Places in an interchange file as JSON pointers (RFC 6901), and what stands there in a few characters.

export type JsonPath = readonly (string | number)[];

export function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const longest = 60;

/** Whether writing it out is little work: a hostile file may be nested until the stack is full. */
function isSmall(value: unknown, levels = 4): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const members = Object.values(value);
  return levels > 0 && members.length <= longest && members.every((member) => isSmall(member, levels - 1));
}

/** A value as it stands in the file, shortened; lists and objects by their size; empty where there is none. */
export function excerptOf(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && (!isSmall(value) || JSON.stringify(value).length > longest)) return `[${value.length} …]`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const keys = Object.keys(value).join(', ');
    return keys.length > longest ? `{${keys.slice(0, longest)}…}` : `{${keys}}`;
  }
  const text = JSON.stringify(value) ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
