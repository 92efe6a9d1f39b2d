// Protobuf by tables, for pages: a field's number, name and kind instead of code for each message. The appliance reads and writes with
// code that protobufjs has made, which is faster; a page would have to fetch and parse 140 kB of it before it shows anything.
// live-messages.prop.test.ts holds one against the other, byte by byte.

/** Of a value: text, whole number, truth, floating point, bytes; anything else names a message. */
export type Kind = 's' | 'u' | 'b' | 'd' | 'y' | (string & {});
/** One; one that may be absent (also of a oneof); many; from texts to texts. */
export type Count = 'one' | 'maybe' | 'many' | 'map';
export type FieldLine = readonly [id: number, name: string, kind: Kind, count: Count];
export type Tables = Readonly<Record<string, readonly FieldLine[]>>;

type Plain = Record<string, unknown>;

export interface TableCodec {
  encode(message: object): { finish(): Uint8Array };
  /** Throws a RangeError where the bytes end too early. */
  decode(bytes: Uint8Array): Plain;
}

const varint = 0;
const fixed64 = 1;
const delimited = 2;
const fixed32 = 5;
const deepest = 32;

const wireTypeOf = (kind: Kind): number => (kind === 'u' || kind === 'b' ? varint : kind === 'd' ? fixed64 : delimited);
const isScalar = (kind: Kind): boolean => kind.length === 1;

interface Fields {
  readonly lines: readonly FieldLine[];
  readonly byId: readonly (FieldLine | undefined)[];
}

function fieldsFrom(lines: readonly FieldLine[]): Fields {
  const byId: FieldLine[] = [];
  for (const line of lines) byId[line[0]] = line;
  return { lines, byId };
}

const mapFields = fieldsFrom([
  [1, 'key', 's', 'one'],
  [2, 'value', 's', 'one'],
]);

const utf8Writer = new TextEncoder();
const utf8Reader = new TextDecoder();

export function createTableCodec(tables: Tables, name: string): TableCodec {
  const known = new Map<string, Fields>();
  for (const [message, lines] of Object.entries(tables)) known.set(message, fieldsFrom(lines));
  const fieldsOf = (message: string): Fields => {
    const fields = known.get(message);
    if (!fields) throw new TypeError(`There is no message ${message}`);
    return fields;
  };
  return {
    encode(message) {
      const bytes: number[] = [];
      writeMessage(bytes, message as Plain, fieldsOf(name), fieldsOf);
      return { finish: () => Uint8Array.from(bytes) };
    },
    decode: (bytes) => readMessage({ bytes, at: 0 }, fieldsOf(name), fieldsOf, 0),
  };
}

type FieldsOf = (message: string) => Fields;

function writeVarint(bytes: number[], value: number): void {
  let rest = value >>> 0;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

function writeDelimited(bytes: number[], inside: ArrayLike<number>): void {
  writeVarint(bytes, inside.length);
  for (let index = 0; index < inside.length; index += 1) bytes.push(inside[index] ?? 0);
}

function writeDouble(bytes: number[], value: number): void {
  const eight = new Uint8Array(8);
  new DataView(eight.buffer).setFloat64(0, value, true);
  bytes.push(...eight);
}

function writeValue(bytes: number[], value: unknown, kind: Kind, fieldsOf: FieldsOf): void {
  if (kind === 'u') writeVarint(bytes, Number(value));
  else if (kind === 'b') writeVarint(bytes, value ? 1 : 0);
  else if (kind === 'd') writeDouble(bytes, Number(value));
  else if (kind === 's') writeDelimited(bytes, utf8Writer.encode(String(value)));
  else if (kind === 'y') writeDelimited(bytes, value as Uint8Array);
  else {
    const inside: number[] = [];
    writeMessage(inside, value as Plain, fieldsOf(kind), fieldsOf);
    writeDelimited(bytes, inside);
  }
}

function writeMessage(bytes: number[], message: Plain, { lines }: Fields, fieldsOf: FieldsOf): void {
  for (const [id, name, kind, count] of lines) {
    const value = Object.getOwnPropertyDescriptor(message, name)?.value;
    if (value === null || value === undefined) continue;
    const tag = (wireType: number) => writeVarint(bytes, (id << 3) | wireType);
    if (count === 'map') {
      for (const [key, text] of Object.entries(value)) {
        const inside: number[] = [];
        writeMessage(inside, { key, value: text }, mapFields, fieldsOf);
        tag(delimited);
        writeDelimited(bytes, inside);
      }
    } else if (count === 'many') {
      writeMany(bytes, value as readonly unknown[], kind, { tag, fieldsOf });
    } else {
      tag(wireTypeOf(kind));
      writeValue(bytes, value, kind, fieldsOf);
    }
  }
}

interface Many {
  tag(wireType: number): void;
  readonly fieldsOf: FieldsOf;
}

/** Numbers lie packed, one after the other. */
function writeMany(bytes: number[], values: readonly unknown[], kind: Kind, { tag, fieldsOf }: Many): void {
  if (wireTypeOf(kind) !== delimited) {
    if (values.length === 0) return;
    const inside: number[] = [];
    for (const value of values) writeValue(inside, value, kind, fieldsOf);
    tag(delimited);
    writeDelimited(bytes, inside);
    return;
  }
  for (const value of values) {
    tag(delimited);
    writeValue(bytes, value, kind, fieldsOf);
  }
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Of at most 64 bits, of which the lower 32 count. */
function readVarint(reader: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new RangeError('The bytes end in a number');
    reader.at += 1;
    if (shift < 32) value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
  throw new RangeError('A number of more than 64 bits');
}

function takeBytes(reader: Reader, count: number): Uint8Array {
  const from = reader.at;
  if (from + count > reader.bytes.length) throw new RangeError('The bytes end too early');
  reader.at += count;
  return reader.bytes.subarray(from, reader.at);
}

function skip(reader: Reader, wireType: number): void {
  if (wireType === varint) readVarint(reader);
  else if (wireType === fixed64) takeBytes(reader, 8);
  else if (wireType === fixed32) takeBytes(reader, 4);
  else if (wireType === delimited) takeBytes(reader, readVarint(reader));
  else throw new RangeError(`A field of the kind ${wireType}`);
}

function readValue(reader: Reader, kind: Kind, fieldsOf: FieldsOf, depth: number): unknown {
  switch (kind) {
    case 'u':
      return readVarint(reader);
    case 'b':
      return readVarint(reader) !== 0;
    case 'd': {
      const eight = takeBytes(reader, 8);
      return new DataView(eight.buffer, eight.byteOffset, 8).getFloat64(0, true);
    }
    case 's':
      return utf8Reader.decode(takeBytes(reader, readVarint(reader)));
    case 'y':
      return takeBytes(reader, readVarint(reader)).slice();
    default: {
      const inside = takeBytes(reader, readVarint(reader));
      return readMessage({ bytes: inside, at: 0 }, fieldsOf(kind), fieldsOf, depth + 1);
    }
  }
}

function blankOf([, , kind, count]: FieldLine): unknown {
  if (count === 'many') return [];
  if (count === 'map') return {};
  if (count === 'maybe' || !isScalar(kind)) return null;
  return kind === 's' ? '' : kind === 'b' ? false : kind === 'y' ? new Uint8Array() : 0;
}

function readMessage(reader: Reader, { lines, byId }: Fields, fieldsOf: FieldsOf, depth: number): Plain {
  if (depth > deepest) throw new RangeError('Messages lie too deep in each other');
  const message: Plain = {};
  for (const line of lines) message[line[1]] = blankOf(line);
  while (reader.at < reader.bytes.length) {
    const tag = readVarint(reader);
    const wireType = tag & 7;
    const field = byId[tag >>> 3];
    if (field) readField(reader, message, { field, wireType, fieldsOf, depth });
    else skip(reader, wireType);
  }
  return message;
}

interface Place {
  readonly field: FieldLine;
  readonly wireType: number;
  readonly fieldsOf: FieldsOf;
  readonly depth: number;
}

function readField(reader: Reader, message: Plain, { field, wireType, fieldsOf, depth }: Place): void {
  const [, name, kind, count] = field;
  if (count === 'map' && wireType === delimited) {
    const inside = takeBytes(reader, readVarint(reader));
    const { key, value } = readMessage({ bytes: inside, at: 0 }, mapFields, fieldsOf, depth + 1);
    Object.defineProperty(message[name], String(key), { value, enumerable: true, writable: true, configurable: true });
    return;
  }
  const isPacked = count === 'many' && wireType === delimited && wireTypeOf(kind) !== delimited;
  if (!isPacked && wireType !== wireTypeOf(kind)) {
    skip(reader, wireType);
    return;
  }
  const list = count === 'many' ? (message[name] as unknown[]) : undefined;
  if (isPacked) {
    const inside = { bytes: takeBytes(reader, readVarint(reader)), at: 0 };
    while (inside.at < inside.bytes.length) list?.push(readValue(inside, kind, fieldsOf, depth));
    return;
  }
  const value = readValue(reader, kind, fieldsOf, depth);
  if (list) list.push(value);
  else message[name] = value;
}
