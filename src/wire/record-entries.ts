// Records of the list of entries: registered, changed, withdrawn, back again, there, inspected.
import type { EntriesChanged, Entry, EntryFact } from '../domain/facts.ts';
import type { InspectionResult } from '../domain/setup/arrivals.ts';
import type { ArcherNeed, TargetDraw } from '../domain/setup/draw-targets.ts';
import type { tenring } from './gen/fact.js';
import type { Codecs } from './record-codec.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WireEntry = tenring.journal.Entry.$Properties;
type WireDraw = tenring.journal.TargetDraw.$Properties;
type WireLeft = tenring.journal.EntriesChanged.LeftBehind.$Properties;

const needWords: Words<ArcherNeed> = { wheelchair: true, leftHanded: true };
const orderWords: Words<TargetDraw['order']> = { lot: true, listed: true };
const resultWords: Words<InspectionResult> = { passed: true, failed: true, open: true };

function entryToWire({ also, target, needs, ...entry }: Entry): WireEntry {
  return {
    ...entry,
    target: target ?? null,
    ...(also ? { also: { codes: [...also] } } : {}),
    ...(needs ? { needs: { needs: [...needs] } } : {}),
  };
}

function wireToEntry({ number, name, club, category, target, ...rest }: WireEntry): Entry {
  const { country, bornIn, also, licence, needs } = rest;
  return {
    number: count(number),
    name: text(name),
    club: text(club),
    category: text(category),
    target: target ? { butt: count(target.butt), letter: text(target.letter) } : undefined,
    ...present('country', country),
    ...present('bornIn', bornIn),
    ...present('also', also ? list(also.codes) : undefined),
    ...present('licence', licence),
    ...present('needs', needs ? list(needs.needs).map((need) => wordOf(needWords, need)) : undefined),
  };
}

function drawToWire({ outOfUse, categories, ...draw }: TargetDraw): WireDraw {
  return { ...draw, outOfUse: [...outOfUse], categories: [...categories] };
}

function wireToDraw({ seed, order, clubsApart, shareButts, archersPerButt, ...rest }: WireDraw): TargetDraw {
  return {
    seed: count(seed),
    order: wordOf(orderWords, order),
    clubsApart: clubsApart ?? false,
    shareButts: shareButts ?? false,
    archersPerButt: count(archersPerButt),
    fromButt: count(rest.fromButt),
    toButt: count(rest.toButt),
    outOfUse: list(rest.outOfUse),
    categories: list(rest.categories),
  };
}

function wireToLeft({ categories, butts }: WireLeft): NonNullable<EntriesChanged['left']> {
  return { categories: list(categories), butts: list(butts) };
}

export const entryRecords: Codecs<EntryFact['kind']> = {
  entriesRegistered: {
    toWire: ({ entries }) => ({ entries: entries.map(entryToWire) }),
    toFact: ({ entries }) => ({ kind: 'entriesRegistered', entries: list(entries).map(wireToEntry) }),
  },
  entriesChanged: {
    toWire: ({ entries, left, drawn }) => ({
      entries: entries.map(entryToWire),
      ...(left ? { left: { categories: [...left.categories], butts: [...left.butts] } } : {}),
      ...(drawn ? { drawn: drawToWire(drawn) } : {}),
    }),
    toFact: ({ entries, left, drawn }) => ({
      kind: 'entriesChanged',
      entries: list(entries).map(wireToEntry),
      ...present('left', left ? wireToLeft(left) : undefined),
      ...present('drawn', drawn ? wireToDraw(drawn) : undefined),
    }),
  },
  entriesWithdrawn: {
    toWire: ({ entries, reason }) => ({ entries: [...entries], reason }),
    toFact: ({ entries, reason }) => ({ kind: 'entriesWithdrawn', entries: list(entries), reason: text(reason) }),
  },
  entriesRestored: {
    toWire: ({ entries }) => ({ entries: entries.map(entryToWire) }),
    toFact: ({ entries }) => ({ kind: 'entriesRestored', entries: list(entries).map(wireToEntry) }),
  },
  entriesCheckedIn: {
    toWire: ({ entries, isIn }) => ({ entries: [...entries], isIn }),
    toFact: ({ entries, isIn }) => ({ kind: 'entriesCheckedIn', entries: list(entries), isIn: isIn ?? false }),
  },
  equipmentInspected: {
    toWire: ({ entries, result, by, remark }) => ({ entries: [...entries], result, by, remark }),
    toFact: ({ entries, result, by, remark }) => ({
      kind: 'equipmentInspected',
      entries: list(entries),
      result: wordOf(resultWords, result),
      by: text(by),
      remark: text(remark),
    }),
  },
};
