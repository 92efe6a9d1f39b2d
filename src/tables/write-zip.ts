// A zip file, made while its members are made: nothing is kept but what the directory at the end needs. Pieces are packed one by one, each
// ending on a byte, so that they can simply follow each other.
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

const version = 20;
/** Sizes follow the member; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980: the same content is the same file. */
const day = 0x0021;
const largest = 0xffff_ffff;

export function* writeZip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const nameBytes = Buffer.from(name);
    const head = memberHead(nameBytes);
    yield head;
    let [crc, packed, unpacked] = [0, 0, 0];
    for (const piece of packedPieces(content)) {
      crc = piece.from === undefined ? crc : crc32(piece.from, crc);
      unpacked += piece.from?.length ?? 0;
      packed += piece.bytes.length;
      yield piece.bytes;
    }
    yield descriptor(crc, packed, unpacked);
    written.push({ name: nameBytes, offset, crc, packed, unpacked });
    offset += head.length + packed + descriptorBytes;
    // Beyond it another format begins, which nothing here comes near.
    if (offset > largest || unpacked > largest) throw new RangeError('a zip file of more than 4 GB');
  }
  yield directory(written, offset);
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly from: Uint8Array | undefined;
}

function* packedPieces(content: Iterable<Uint8Array>): Generator<Piece> {
  for (const from of content) {
    yield { bytes: deflateRawSync(from, { finishFlush: constants.Z_SYNC_FLUSH }), from };
  }
  yield { bytes: deflateRawSync(new Uint8Array()), from: undefined };
}

function memberHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(day, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

const descriptorBytes = 16;

function descriptor(crc: number, packed: number, unpacked: number): Buffer {
  const bytes = Buffer.alloc(descriptorBytes);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(unpacked, 12);
  return bytes;
}

function directory(written: readonly Written[], offset: number): Buffer {
  const lines = written.map(directoryLine);
  const bytes = lines.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...lines, end]);
}

function directoryLine({ name, offset, crc, packed, unpacked }: Written): Buffer {
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(version, 4);
  line.writeUInt16LE(version, 6);
  line.writeUInt16LE(flags, 8);
  line.writeUInt16LE(deflated, 10);
  line.writeUInt16LE(day, 14);
  line.writeUInt32LE(crc, 16);
  line.writeUInt32LE(packed, 20);
  line.writeUInt32LE(unpacked, 24);
  line.writeUInt16LE(name.length, 28);
  line.writeUInt32LE(offset, 42);
  return Buffer.concat([line, name]);
}
