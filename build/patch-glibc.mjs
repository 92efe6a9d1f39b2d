// Lets a node addon that was linked against glibc 2.38 load on Debian 12 (glibc 2.36).
// Such an addon asks for 2.38 only because its compiler replaced strtol, strtoul and sscanf by C23 twins, which differ in
// reading "0b1" as binary. The twins' names end in the old names, so the fix moves three pointers and copies one version
// entry; no byte of code changes. Anything that is not exactly that is refused.

const twinPrefix = '__isoc23_';
const knownTwins = new Set(['__isoc23_strtol', '__isoc23_strtoul', '__isoc23_sscanf']);
const unwanted = 'GLIBC_2.38';
const baseline = 'GLIBC_2.2.5';

const sectionTypes = { dynamic: 6, dynsym: 11, verneed: 0x6ffffffe, versym: 0x6fffffff };
const symbolSize = 24;
const classicHashTag = 4n;

export class UnrecognisedAddon extends Error {}

function refuseUnless(condition, why) {
  if (!condition) throw new UnrecognisedAddon(why);
}

/** The System V hash that version entries carry beside their name. */
function elfHash(name) {
  let hash = 0;
  for (const byte of Buffer.from(name)) {
    hash = (hash << 4) + byte;
    const high = hash & 0xf0000000;
    if (high !== 0) hash ^= high >>> 24;
    hash &= ~high;
  }
  return hash >>> 0;
}

function readSections(elf) {
  refuseUnless(elf.length > 64 && elf.readUInt32BE(0) === 0x7f454c46, 'not an ELF file');
  refuseUnless(elf[4] === 2 && elf[5] === 1, 'not a 64-bit little-endian ELF file');
  refuseUnless(elf.readUInt16LE(16) === 3 && elf.readUInt16LE(18) === 62, 'not a shared object for x86-64');
  const table = Number(elf.readBigUInt64LE(40));
  const count = elf.readUInt16LE(60);
  refuseUnless(elf.readUInt16LE(58) === 64 && table + count * 64 <= elf.length, 'no readable section table');
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * 64;
    const section = {
      type: elf.readUInt32LE(at + 4),
      offset: Number(elf.readBigUInt64LE(at + 24)),
      size: Number(elf.readBigUInt64LE(at + 32)),
      link: elf.readUInt32LE(at + 40),
    };
    const noBits = section.type === 8;
    refuseUnless(noBits || section.offset + section.size <= elf.length, 'a section reaches beyond the file');
    return section;
  });
}

function onlySection(sections, kind) {
  const found = sections.filter(({ type }) => type === sectionTypes[kind]);
  refuseUnless(found.length === 1, `${found.length} ${kind} sections`);
  return found[0];
}

function stringReader(elf, section) {
  refuseUnless(section !== undefined, 'a string table is missing');
  return (offset) => {
    const end = elf.indexOf(0, section.offset + offset);
    refuseUnless(offset < section.size && end >= 0, 'a name lies outside its string table');
    return elf.toString('latin1', section.offset + offset, end);
  };
}

/** Version entries as {file, name, hash, index, at}: `at` is the entry's place in the file. */
function readVersionNeeds(elf, section, stringAt) {
  const needs = [];
  for (let file = section.offset; ; ) {
    let entry = file + elf.readUInt32LE(file + 8);
    for (let left = elf.readUInt16LE(file + 2); left > 0; left -= 1) {
      needs.push({
        file: stringAt(elf.readUInt32LE(file + 4)),
        hash: elf.readUInt32LE(entry),
        index: elf.readUInt16LE(entry + 6),
        name: stringAt(elf.readUInt32LE(entry + 8)),
        at: entry,
      });
      entry += elf.readUInt32LE(entry + 12);
    }
    const next = elf.readUInt32LE(file + 12);
    if (next === 0) return needs;
    file += next;
  }
}

function readSymbols(elf, dynsym, versym, stringAt) {
  const count = dynsym.size / symbolSize;
  refuseUnless(Number.isInteger(count) && versym.size === count * 2, 'symbols and their versions do not match');
  return Array.from({ length: count }, (_, number) => {
    const at = dynsym.offset + number * symbolSize;
    const versionAt = versym.offset + number * 2;
    return {
      name: stringAt(elf.readUInt32LE(at)),
      undefined: elf.readUInt16LE(at + 6) === 0,
      version: elf.readUInt16LE(versionAt) & 0x7fff,
      at,
      versionAt,
    };
  });
}

function hasClassicHash(elf, dynamic) {
  for (let at = dynamic.offset; at < dynamic.offset + dynamic.size; at += 16) {
    if (elf.readBigInt64LE(at) === classicHashTag) return true;
  }
  return false;
}

/**
 * @param {Buffer} original the addon's bytes; they are not changed
 * @returns {Buffer | undefined} a patched copy, or undefined when the addon does not ask for glibc 2.38
 * @throws {UnrecognisedAddon} in words, when the file is not what this patch was made for
 */
export function patchGlibc(original) {
  try {
    return patchedCopy(Buffer.from(original));
  } catch (error) {
    if (error instanceof RangeError) throw new UnrecognisedAddon('a table reaches beyond the file', { cause: error });
    throw error;
  }
}

function patchedCopy(elf) {
  const sections = readSections(elf);
  const dynsym = onlySection(sections, 'dynsym');
  const verneed = onlySection(sections, 'verneed');
  const needs = readVersionNeeds(elf, verneed, stringReader(elf, sections[verneed.link]));
  const newer = needs.filter(({ name }) => name === unwanted);
  if (newer.length === 0) return undefined;
  refuseUnless(newer.length === 1, `${unwanted} is asked for by more than one library`);
  const [need] = newer;
  const replacement = needs.find(({ file, name }) => file === need.file && name === baseline);
  refuseUnless(replacement !== undefined, `${need.file} has no ${baseline} to fall back on`);
  refuseUnless(need.hash === elfHash(unwanted) && replacement.hash === elfHash(baseline), 'a version hash is wrong');
  // Only the classic table hashes undefined symbols too; renaming them would make it lie.
  refuseUnless(!hasClassicHash(elf, onlySection(sections, 'dynamic')), 'it has a classic symbol hash table');

  const stringAt = stringReader(elf, sections[dynsym.link]);
  const versym = onlySection(sections, 'versym');
  const twins = readSymbols(elf, dynsym, versym, stringAt).filter(({ version }) => version === need.index);
  refuseUnless(twins.length > 0, `nothing uses ${unwanted}`);
  for (const twin of twins) {
    refuseUnless(twin.undefined && knownTwins.has(twin.name), `${twin.name} is not a symbol that can be replaced`);
    elf.writeUInt32LE(elf.readUInt32LE(twin.at) + twinPrefix.length, twin.at);
    elf.writeUInt16LE(replacement.index, twin.versionAt);
  }
  elf.copy(elf, need.at, replacement.at, replacement.at + 4);
  elf.copy(elf, need.at + 8, replacement.at + 8, replacement.at + 12);
  return elf;
}
