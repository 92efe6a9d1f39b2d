// Parts of a board ⇄ the whole. Which row is in which part does not change with the scores, so that an arrow is one part's event.
import type { LeaderboardRow } from '../../domain/ranking/leaderboard.ts';
import { shortHash } from './relay-channel.ts';
import { contentToText, mostPartBytes, type PartContent, type PartPlace, type RelayPart } from './relay-part.ts';

export interface DividedPart extends PartPlace {
  readonly content: PartContent;
  /** contentToText of it. */
  readonly text: string;
}

/** What an event has besides its content: names, numbers, brackets. */
const envelopeBytes = 350;
/** Of a row but its names: the score in its longest form. */
const scoreBytes = 70;
const docStepBytes = 1_024;
/** Base64 has four letters for three bytes. */
const boardBytes = Math.floor(((mostPartBytes - envelopeBytes) * 3) / 4);

interface Division<Item> {
  readonly items: readonly Item[];
  /** An upper bound that stays the same for as long as possible. */
  readonly sizeOf: (item: Item) => number;
  readonly keyOf: (item: Item, index: number) => string;
  readonly contentOf: (items: readonly Item[]) => PartContent;
  readonly room: number;
}

/** Where parts begin. An item that is larger than the room stands alone. */
export function startsOfParts(sizes: readonly number[], room: number): readonly number[] {
  const starts = [0];
  let used = 0;
  sizes.forEach((size, index) => {
    if (used > 0 && used + size > room) {
      starts.push(index);
      used = 0;
    }
    used += size;
  });
  return starts;
}

function divide<Item>({ items, sizeOf, keyOf, contentOf, room }: Division<Item>): readonly DividedPart[] {
  const starts = startsOfParts(items.map(sizeOf), room);
  const first = items[0];
  const keys = starts.map((start) => {
    const item = items[start] ?? first;
    return item === undefined ? '' : keyOf(item, start);
  });
  const layout = shortHash(keys.join(' '));
  return starts.map((start, part) => {
    const content = contentOf(items.slice(start, starts[part + 1] ?? items.length));
    return { part, of: starts.length, layout, content, text: contentToText(content) };
  });
}

const utf8 = new TextEncoder();
const bytesOf = (text: string) => utf8.encode(text).length;

function divideLeaderboard(content: PartContent & { readonly kind: 'board' }): readonly DividedPart[] {
  const { body } = content;
  if (body.kind !== 'leaderboard') return wholeAsOnePart(content);
  const { head, rows } = body.leaderboard;
  const withRows = (some: readonly LeaderboardRow[]): PartContent => ({
    kind: 'board',
    body: { kind: 'leaderboard', leaderboard: { head, rows: some } },
  });
  const headBytes = (contentToText(withRows([])).length * 3) / 4;
  return divide({
    items: [...rows].sort((a, b) => a.entry - b.entry),
    sizeOf: ({ name, club, target }) => bytesOf(name) + bytesOf(club) + bytesOf(target) + scoreBytes,
    keyOf: ({ entry }) => String(entry),
    contentOf: withRows,
    room: Math.max(1_000, boardBytes - headBytes),
  });
}

function divideDocument({ value, list }: PartContent & { readonly kind: 'document' }): readonly DividedPart[] {
  const content: PartContent = { kind: 'document', value, list };
  const items = list === undefined ? undefined : listIn(value, list);
  if (list === undefined || !items || contentToText(content).length < docStepBytes) return wholeAsOnePart(content);
  const withItems = (some: readonly unknown[]): PartContent => ({
    ...({ kind: 'document', list } as const),
    value: withList(value, list, some),
  });
  const headBytes = bytesOf(contentToText(withItems([])));
  return divide({
    items,
    // In steps: what grows while it is shot moves no border.
    sizeOf: (item) => Math.ceil((bytesOf(JSON.stringify(item)) + 1) / docStepBytes) * docStepBytes,
    keyOf: (_, index) => String(index),
    contentOf: withItems,
    room: Math.max(docStepBytes, mostPartBytes - envelopeBytes - headBytes),
  });
}

function wholeAsOnePart(content: PartContent): readonly DividedPart[] {
  return [{ part: 0, of: 1, layout: '', content, text: contentToText(content) }];
}

/** One part: of more than fits, the newest announcements. */
function divideShow(content: PartContent & { readonly kind: 'board' }): readonly DividedPart[] {
  const { body } = content;
  if (body.kind !== 'show') return wholeAsOnePart(content);
  const newest = body.show.announcements.toSorted((a, b) => b.from - a.from);
  for (let many = newest.length; many >= 0; many -= 1) {
    const kept = new Set(newest.slice(0, many));
    const announcements = body.show.announcements.filter((each) => kept.has(each));
    const [part] = wholeAsOnePart({ kind: 'board', body: { ...body, show: { ...body.show, announcements } } });
    if (part && part.text.length <= mostPartBytes - envelopeBytes) return [part];
  }
  return wholeAsOnePart(content);
}

export function divideWhole(content: PartContent): readonly DividedPart[] {
  if (content.kind === 'document') return divideDocument(content);
  return content.body.kind === 'show' ? divideShow(content) : divideLeaderboard(content);
}

function listIn(value: unknown, list: string): readonly unknown[] | undefined {
  const found: unknown = list === '' ? value : value && typeof value === 'object' ? { ...value }[list] : undefined;
  return Array.isArray(found) ? found : undefined;
}

function withList(value: unknown, list: string, items: readonly unknown[]): unknown {
  return list === '' ? items : { ...(value && typeof value === 'object' ? value : {}), [list]: items };
}

/** `parts` in their order; the head is that of the one that is furthest on. Undefined where they do not fit. */
export function joinParts(parts: readonly RelayPart[]): PartContent | undefined {
  const [first] = parts;
  if (!first || parts.length === 1) return first?.content;
  const latest = parts.reduce((best, each) => (each.at.seq > best.at.seq ? each : best));
  const { content } = latest;
  if (content.kind === 'board') return joinBoards(content, parts);
  if (content.list === undefined) return undefined;
  const { list } = content;
  const items = parts.flatMap((part) =>
    part.content.kind === 'document' ? (listIn(part.content.value, list) ?? []) : [],
  );
  return { kind: 'document', list, value: withList(content.value, list, items) };
}

function joinBoards(
  { body }: PartContent & { readonly kind: 'board' },
  parts: readonly RelayPart[],
): PartContent | undefined {
  if (body.kind !== 'leaderboard') return undefined;
  const rows = parts.flatMap(({ content }) =>
    content.kind === 'board' && content.body.kind === 'leaderboard' ? content.body.leaderboard.rows : [],
  );
  return { kind: 'board', body: { kind: 'leaderboard', leaderboard: { head: body.leaderboard.head, rows } } };
}
