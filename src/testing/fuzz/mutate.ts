// Good input → input that nobody would send: bits and bytes changed, cut, doubled, spliced with other good input, numbers at their edges.
import type { Random } from '../../simulator/random.ts';

export type Bytes = Uint8Array<ArrayBufferLike>;

/** Lengths and field numbers of protobuf, ends of strings, what CSV and JSON take for punctuation. */
const edges: readonly Bytes[] = [
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
  [0x0b, 0x0b, 0x0b, 0x0b],
  [0x00],
  [0x7f],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xef, 0xbb, 0xbf],
].map((bytes) => Uint8Array.from(bytes));
const texts: readonly Bytes[] = [
  ...['"', '\\', '\n', '\r\n', '{', '}', '[', ']', ',', ';', ':', '\t', '=', '-1', '1e400', '9007199254740993', 'null'],
  ...[
    '__proto__',
    'constructor',
    '\\u0000',
    '\\ud800',
    '../../',
    '%00',
    '\u202e',
    '…on __typename',
    '@include(if: false)',
    '#',
  ],
].map((text) => new TextEncoder().encode(text));

function joined(...parts: readonly Bytes[]): Bytes {
  return Buffer.concat(parts);
}

type Mutation = (bytes: Bytes, random: Random, other: Bytes) => Bytes;

function changeByte(bytes: Bytes, random: Random): Bytes {
  const changed = Uint8Array.from(bytes);
  changed[random.integer(changed.length)] = random.integer(256);
  return changed;
}

function flipBit(bytes: Bytes, random: Random): Bytes {
  const changed = Uint8Array.from(bytes);
  const at = random.integer(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.integer(8));
  return changed;
}

function insert(bytes: Bytes, random: Random, piece: Bytes): Bytes {
  const at = random.integer(bytes.length + 1);
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
}

function pieceOf(bytes: Bytes, random: Random): Bytes {
  const start = random.integer(bytes.length + 1);
  return bytes.subarray(start, start + random.integer(Math.min(64, bytes.length) + 1));
}

/** They leave every length as it was: what comes of them is read further than what others make. */
const inPlace: readonly [Mutation, ...Mutation[]] = [
  changeByte,
  flipBit,
  (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    const at = random.integer(changed.length);
    changed[at] = (changed[at] ?? 0) + (random.integer(2) === 0 ? 1 : -1);
    return changed;
  },
];

const mutations: readonly [Mutation, ...Mutation[]] = [
  ...inPlace,
  (bytes, random) => bytes.subarray(0, random.integer(bytes.length + 1)),
  (bytes, random) => {
    const at = random.integer(bytes.length + 1);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.integer(8)));
  },
  (bytes, random) => insert(bytes, random, edges[random.integer(edges.length)] ?? bytes),
  (bytes, random) => insert(bytes, random, texts[random.integer(texts.length)] ?? bytes),
  (bytes, random) => insert(bytes, random, pieceOf(bytes, random)),
  (bytes, random, other) => insert(bytes, random, pieceOf(other, random)),
  (bytes, random, other) => joined(bytes.subarray(0, random.integer(bytes.length + 1)), pieceOf(other, random)),
  (bytes, random) => {
    const piece = pieceOf(bytes, random);
    return insert(bytes, random, joined(...Array.from({ length: 1 + random.integer(30) }, () => piece)));
  },
];

/** One in fifty stays good; half of the others are changed in place by a byte or two, the rest in any way up to four times. */
export function mutate(sample: Bytes, other: Bytes, random: Random): Bytes {
  if (random.integer(50) === 0) return sample;
  const [from, most] = random.integer(2) === 0 ? ([inPlace, 2] as const) : ([mutations, 4] as const);
  let bytes = sample;
  for (let left = 1 + random.integer(most); left > 0; left -= 1)
    bytes = bytes.length === 0 ? joined(pieceOf(other, random)) : random.pick(from)(bytes, random, other);
  return bytes;
}
