// A page's side of one board on the relay: parts come in any order, old ones from the cache and new ones live. Pure. The whole is shown when
// all parts of one division are there, and again with each part that says something new.
import type { Position } from '../../domain/facts.ts';
import type { PartContent, RelayPart } from './relay-part.ts';
import { joinParts } from './relay-whole.ts';

export interface CollectedWhole {
  readonly content: PartContent;
  /** Of the part that is furthest on. */
  readonly at: Position;
}

export interface Collected {
  /** By division, the parts that are here. One division as a rule; two while another one takes over. */
  readonly layouts: ReadonlyMap<string, ReadonlyMap<number, RelayPart>>;
  readonly whole: CollectedWhole | undefined;
  /** How many channels there are to listen to. */
  readonly of: number;
  /** The latest of all parts, by the appliance's clock. */
  readonly sentAtMs: number;
}

export const nothingCollected: Collected = { layouts: new Map(), whole: undefined, of: 1, sentAtMs: 0 };

/** In one epoch the position decides; of two epochs the one that was sent later. */
export function isNewer(one: RelayPart, other: RelayPart): boolean {
  if (one.at.epoch === other.at.epoch && one.at.seq !== other.at.seq) return one.at.seq > other.at.seq;
  return one.sentAtMs > other.sentAtMs;
}

function latestOf(parts: ReadonlyMap<number, RelayPart>): RelayPart | undefined {
  return [...parts.values()].reduce<RelayPart | undefined>(
    (best, each) => (best && !isNewer(each, best) ? best : each),
    undefined,
  );
}

const layoutOf = ({ at, of, layout }: RelayPart) => `${at.epoch} ${of} ${layout}`;

/** The same object where the part says nothing new. */
export function collectPart(collected: Collected, part: RelayPart): Collected {
  const key = layoutOf(part);
  const mine = collected.layouts.get(key) ?? new Map<number, RelayPart>();
  const before = mine.get(part.part);
  if (before && !isNewer(part, before)) return collected;
  const parts = new Map(mine).set(part.part, part);
  const isComplete = parts.size === part.of;
  const others = [...collected.layouts].filter(([other]) => other !== key);
  if (others.some(([, other]) => isSuperseded(parts, other))) return collected;
  const layouts = new Map([...(isComplete ? [] : others), [key, parts] as const]);
  return {
    layouts,
    whole: isComplete ? wholeOf(parts, before, part, collected.whole) : collected.whole,
    of: Math.max(...[...layouts.values()].map((each) => latestOf(each)?.of ?? 1)),
    sentAtMs: Math.max(collected.sentAtMs, part.sentAtMs),
  };
}

/** Another division is complete and newer: these parts are left-overs of the cache. */
function isSuperseded(parts: ReadonlyMap<number, RelayPart>, other: ReadonlyMap<number, RelayPart>): boolean {
  const [mine, theirs] = [latestOf(parts), latestOf(other)];
  return mine !== undefined && theirs !== undefined && other.size === theirs.of && isNewer(theirs, mine);
}

function wholeOf(
  parts: ReadonlyMap<number, RelayPart>,
  before: RelayPart | undefined,
  part: RelayPart,
  known: CollectedWhole | undefined,
): CollectedWhole | undefined {
  // A sign of life: sent again, nothing changed.
  if (known && before && before.at.seq === part.at.seq && before.at.epoch === part.at.epoch) return known;
  const inOrder = [...parts.values()].sort((a, b) => a.part - b.part);
  const content = joinParts(inOrder);
  const latest = latestOf(parts);
  return content && latest && { content, at: latest.at };
}
