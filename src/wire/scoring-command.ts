// What scoring devices ask for ⇄ the command of proto/live.proto.
import type { Signer } from '../domain/card/card-notes.ts';
import type { ScoringCommand } from '../domain/commands.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/live.js';
import { bytesToHits, hitsToBytes } from './hits.ts';
import { MalformedError } from './malformed.ts';
import { closestWords, partWords, sideWords } from './match-words.ts';
import { count, shotArrows, text, type Words, wholeEnd, wordOf } from './wire-fields.ts';

type Wire = tenring.live.Command.$Properties;
type Kind = ScoringCommand['kind'];
type CommandOf<K extends Kind> = Extract<ScoringCommand, { readonly kind: K }>;
type WireOf<K extends Kind> = NonNullable<Wire[K]>;

/** A command's field in the message has the name of its kind. */
type Codecs = {
  readonly [K in Kind]: {
    readonly toWire: (command: CommandOf<K>) => WireOf<K>;
    /** Throws MalformedError. */
    readonly toCommand: (wire: WireOf<K>) => CommandOf<K>;
  };
};

const signerWords: Words<Signer> = { athlete: true, scorer: true };

const codecs: Codecs = {
  scoreArrows: {
    toWire: ({ arrows, hits, ...rest }) => ({
      ...rest,
      arrows: endToBytes(arrows),
      ...(hits && { hits: hitsToBytes(hits) }),
    }),
    toCommand: ({ entry, end, first, arrows, hits }) => ({
      kind: 'scoreArrows',
      entry: count(entry),
      end: count(end),
      first: count(first),
      arrows: shotArrows(arrows),
      ...(hits?.length && { hits: bytesToHits(hits) }),
    }),
  },
  correctEnd: {
    toWire: ({ was, arrows, ...rest }) => ({ ...rest, was: endToBytes(was), arrows: endToBytes(arrows) }),
    toCommand: ({ entry, end, was, arrows, reason }) => ({
      kind: 'correctEnd',
      entry: count(entry),
      end: count(end),
      was: wholeEnd(was),
      arrows: wholeEnd(arrows),
      reason: text(reason),
    }),
  },
  checkEnd: {
    toWire: ({ arrows, ...rest }) => ({ ...rest, arrows: endToBytes(arrows) }),
    toCommand: ({ entry, end, arrows, byAthlete }) => ({
      kind: 'checkEnd',
      entry: count(entry),
      end: count(end),
      arrows: wholeEnd(arrows),
      ...(byAthlete && { byAthlete: true as const }),
    }),
  },
  signCard: {
    toWire: ({ strokes, ...rest }) => ({ ...rest, strokes: Uint8Array.from(strokes) }),
    toCommand: ({ entry, as, name, strokes }) => ({
      kind: 'signCard',
      entry: count(entry),
      as: wordOf(signerWords, as),
      name: text(name),
      strokes: Array.from(strokes ?? []),
    }),
  },
  scoreMatch: {
    toWire: ({ arrows, hits, ...rest }) => ({
      ...rest,
      arrows: endToBytes(arrows),
      ...(hits && { hits: hitsToBytes(hits) }),
    }),
    toCommand: ({ event, match, side, part, number, first, arrows, hits }) => ({
      kind: 'scoreMatch',
      event: text(event),
      match: text(match),
      side: wordOf(sideWords, side),
      part: wordOf(partWords, part),
      number: count(number),
      first: count(first),
      arrows: shotArrows(arrows),
      ...(hits?.length && { hits: bytesToHits(hits) }),
    }),
  },
  correctMatch: {
    toWire: ({ was, arrows, ...rest }) => ({ ...rest, was: endToBytes(was), arrows: endToBytes(arrows) }),
    toCommand: ({ event, match, side, part, number, was, arrows, by, reason }) => ({
      kind: 'correctMatch',
      event: text(event),
      match: text(match),
      side: wordOf(sideWords, side),
      part: wordOf(partWords, part),
      number: count(number),
      was: wholeEnd(was),
      arrows: wholeEnd(arrows),
      by: text(by),
      reason: text(reason),
    }),
  },
  measureShootOff: {
    toWire: (command) => command,
    toCommand: ({ event, match, number, closest, by }) => ({
      kind: 'measureShootOff',
      event: text(event),
      match: text(match),
      number: count(number),
      closest: wordOf(closestWords, closest),
      by: text(by),
    }),
  },
  chooseBeginner: {
    toWire: (command) => command,
    toCommand: ({ event, match, begins }) => ({
      kind: 'chooseBeginner',
      event: text(event),
      match: text(match),
      begins: wordOf(sideWords, begins),
    }),
  },
};

const kinds = Object.keys(codecs) as readonly Kind[];

export function scoringCommandToWire<K extends Kind>(command: CommandOf<K>): Wire {
  return { [command.kind]: codecs[command.kind as K].toWire(command) };
}

/** Throws MalformedError. */
export function wireToScoringCommand(wire: Wire): ScoringCommand {
  const kind = kinds.find((each) => wire[each]);
  if (!kind) throw new MalformedError('a command of an unknown kind');
  return read(kind, wire);
}

function read<K extends Kind>(kind: K, wire: Wire): ScoringCommand {
  return codecs[kind].toCommand(wire[kind] as WireOf<K>);
}
