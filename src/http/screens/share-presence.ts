// The screens of other nodes on one Redis: each node writes down every few seconds what it knows, as a key that ends with it, and reads what the
// others wrote. Clocks of nodes may differ, so that what is exchanged is how long ago a screen was heard of, not when.
import type { ShortLivedStore } from '../../journal/short-lived.ts';
import type { Clock } from '../../kit/clock.ts';
import type { KnownHere, Presence } from './presence.ts';

export interface SharedByNodes {
  /** This one. */
  readonly node: string;
  readonly store: Pick<ShortLivedStore, 'get' | 'set'>;
}

/** As often as a screen reports. */
export const exchangeEveryMs = 2_000;
const noteSeconds = 10;
const nodesKey = 'screens/nodes';
const nodesSeconds = 60;
/** So often the list of nodes is written again, without those that say nothing. */
const listEveryBeats = 10;

interface Note extends KnownHere {
  readonly version: 1;
  /** Another one each time: what was read before is not younger than it was. */
  readonly beat: number;
}

const noteKey = (node: string) => `screens/of/${node}`;

/** One exchange each time that it is called. Rejects while Redis is away. */
export function createExchange(presence: Presence, { node, store }: SharedByNodes, { now }: Pick<Clock, 'now'>) {
  let beat = 0;
  const beats = new Map<string, number>();

  function write(): Promise<void> {
    beat += 1;
    const { screens, wishes } = presence.here();
    const aged = screens.map(([screen, { at, report }]) => [screen, { at: now() - at, report }] as const);
    const note: Note = { version: 1, beat, screens: aged, wishes };
    return store.set(noteKey(node), JSON.stringify(note), noteSeconds);
  }

  /** Whether it says anything. */
  async function read(other: string): Promise<boolean> {
    const text = await store.get(noteKey(other));
    const note: Note | undefined = text === undefined ? undefined : JSON.parse(text);
    if (note?.version !== 1) {
      presence.hearNode(other, undefined);
      return false;
    }
    if (beats.get(other) === note.beat) return true;
    beats.set(other, note.beat);
    const screens = note.screens.map(([screen, { at, report }]) => [screen, { at: now() - at, report }] as const);
    presence.hearNode(other, { screens, wishes: note.wishes });
    return true;
  }

  return async function exchange(): Promise<void> {
    await write();
    const text = await store.get(nodesKey);
    const listed: readonly string[] = text === undefined ? [] : JSON.parse(text);
    const silent = new Set<string>();
    for (const other of listed) if (other !== node && !(await read(other))) silent.add(other);
    // Two that write at once forget one of them, which writes itself down again two seconds later.
    if (listed.includes(node) && beat % listEveryBeats !== 0) return;
    const kept = listed.filter((each) => each !== node && !silent.has(each));
    await store.set(nodesKey, JSON.stringify([...kept, node]), nodesSeconds);
  };
}
