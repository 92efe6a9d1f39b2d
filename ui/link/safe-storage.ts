// Several stores behind one, best first: what one refuses (full, closed, hanging) goes to the next, and the last is memory. Nothing here
// rejects: a person types on, is told while something is in memory only, and it is tried again until it is in the first.
import { isAcked } from './acked-commands.ts';
import { type Kept, openStringStorage, type StringStore, type TabletStorage } from './outbox-storage.ts';

export interface SafeStorageWorld {
  after(milliseconds: number, run: () => void): () => void;
  /** False while something is in memory only. */
  changed(isKept: boolean): void;
}

type Write = (storage: TabletStorage) => Promise<void>;

/** Something that is not in the first store as it should be. */
interface Misplaced {
  readonly write: Write;
  readonly erase: Write;
  /** The last of the stores that may have it. */
  readonly level: number;
  /** Worth a place that lasts, and no worry without one. */
  readonly isSpare?: boolean;
}

export const storeDeadlineMs = 3_000;
export const storeRetryMs = 10_000;

export function createMemoryStore(): StringStore {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const empty: Kept = { pairing: undefined, commands: [], drafts: [], sheet: undefined };

/** A later store was written when an earlier one refused: what it has is newer. */
function merge(all: readonly Kept[]): Kept {
  return {
    pairing: all.reduce<Kept['pairing']>((found, { pairing }) => pairing ?? found, undefined),
    commands: [...new Map(all.flatMap(({ commands }) => commands).map((each) => [each.commandId, each])).values()],
    drafts: [...new Map(all.flatMap(({ drafts }) => drafts).map((each) => [each.key, each])).values()],
    sheet: all.find(({ sheet }) => sheet)?.sheet,
  };
}

const commandKey = (commandId: string) => `outbox/${commandId}`;
const draftKey = (key: string) => `drafts/${key}`;
const keysOf = ({ pairing, commands, drafts }: Kept) => [
  ...(pairing ? ['pairing'] : []),
  ...commands.map((each) => commandKey(each.commandId)),
  ...drafts.map((each) => draftKey(each.key)),
];

export function createSafeStorage(lasting: readonly TabletStorage[], world: SafeStorageWorld): TabletStorage {
  const stores = [...lasting, openStringStorage(createMemoryStore())];
  const memory = stores.length - 1;
  const misplaced = new Map<string, Misplaced>();
  /** Drafts whose end is confirmed but in memory only: until that is kept, they are all that a reload would find. */
  const spared = new Map<string, Write>();
  let isFirstDown = false;
  let isTold = true;
  let isWaiting = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: an end is kept before its draft goes. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine;
    return mine;
  }

  function within<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
    return new Promise((resolve) => {
      const cancel = world.after(storeDeadlineMs, () => resolve(undefined));
      const settle = (result: { readonly value: T } | undefined) => {
        cancel();
        resolve(result);
      };
      Promise.resolve()
        .then(work)
        .then(
          (value) => settle({ value }),
          () => settle(undefined),
        );
    });
  }

  async function attempt(level: number, write: Write): Promise<boolean> {
    const store = stores[level];
    if (!store || (level === 0 && isFirstDown)) return false;
    const isDone = (await within(() => write(store))) !== undefined;
    if (level === 0) isFirstDown = !isDone;
    return isDone;
  }

  /** Where it could be written: the first store that takes it. */
  async function place(write: Write): Promise<number> {
    for (let level = 0; level < memory; level += 1) if (await attempt(level, write)) return level;
    await attempt(memory, write);
    return memory;
  }

  /** From the stores behind; the last that refused, 0 for none. */
  async function eraseBehind(level: number, upTo: number, erase: Write): Promise<number> {
    let left = 0;
    for (let behind = level + 1; behind <= upTo; behind += 1) if (!(await attempt(behind, erase))) left = behind;
    return left;
  }

  async function save(key: string, write: Write, erase: Write): Promise<void> {
    await placed(key, await place(write), { write, erase });
  }

  /** The appliance has it: it is kept where it lasts, or not at all. */
  async function spare(key: string, write: Write, erase: Write): Promise<void> {
    for (let level = 0; level < memory; level += 1) {
      if (await attempt(level, write)) return placed(key, level, { write, erase, isSpare: true });
    }
    await remove(key, erase);
  }

  async function placed(key: string, level: number, it: Omit<Misplaced, 'level'>): Promise<void> {
    const before = misplaced.get(key)?.level ?? 0;
    const left = Math.max(level, await eraseBehind(level, before, it.erase));
    if (left === 0) misplaced.delete(key);
    else misplaced.set(key, { ...it, level: left });
    await tidy();
  }

  async function remove(key: string, erase: Write): Promise<void> {
    const left = await eraseBehind(0, misplaced.get(key)?.level ?? 0, erase);
    if ((await attempt(0, erase)) && left === 0) misplaced.delete(key);
    else misplaced.set(key, { write: erase, erase, level: left });
    await tidy();
  }

  const isKept = () => ![...misplaced.values()].some(({ level }) => level === memory);

  async function tidy(): Promise<void> {
    if (isKept()) {
      for (const [key, erase] of spared) {
        spared.delete(key);
        await remove(key, erase);
      }
    }
    if (isKept() !== isTold) {
      isTold = isKept();
      world.changed(isTold);
    }
    if (misplaced.size === 0 || isWaiting) return;
    isWaiting = true;
    world.after(storeRetryMs, () => {
      isWaiting = false;
      inTurn(retry);
    });
  }

  async function retry(): Promise<void> {
    isFirstDown = false;
    const gone = await goneMeanwhile();
    for (const [key, { write, erase, level, isSpare }] of [...misplaced]) {
      if (gone.has(key)) misplaced.delete(key);
      else if (write === erase) await remove(key, erase);
      else if (isSpare) await spare(key, write, erase);
      else if (!isFirstDown || level === memory) await save(key, write, erase);
    }
    await tidy();
  }

  /** What another tab has sent or taken from a store that both of them use. */
  async function goneMeanwhile(): Promise<ReadonlySet<string>> {
    const gone = new Set<string>();
    for (const [level, store] of stores.entries()) {
      const mine = [...misplaced].filter(([, each]) => each.level === level && each.write !== each.erase);
      if (level === 0 || level === memory || mine.length === 0) continue;
      const found = await within(() => store.load());
      const there = new Set(found && keysOf(found.value));
      for (const [key] of mine) if (found && !there.has(key)) gone.add(key);
    }
    return gone;
  }

  async function load(): Promise<Kept> {
    const all: Kept[] = [];
    for (const [level, store] of stores.entries()) {
      const found = (await within(() => store.load()))?.value;
      all.push(found ?? empty);
      if (level > 0 && level < memory && found) moveLater(found, level);
    }
    await tidy();
    return merge(all);
  }

  /** Found in a second store: left there by an earlier run of this page. */
  function moveLater({ commands, drafts }: Kept, level: number) {
    const found = [
      ...commands.map((each) => [commandKey(each.commandId), placesOfCommand(each)] as const),
      ...drafts.map((each) => [draftKey(each.key), placesOfDraft(each)] as const),
    ];
    for (const [key, places] of found) if (!misplaced.has(key)) misplaced.set(key, { ...places, level });
  }

  const placesOfCommand = (command: Kept['commands'][number]) => ({
    write: (store: TabletStorage) => (isAcked(command) ? store.saveAcked(command) : store.saveCommand(command)),
    isSpare: isAcked(command),
    erase: (store: TabletStorage) => store.removeCommand(command.commandId),
  });
  const placesOfDraft = (draft: Kept['drafts'][number]) => ({
    write: (store: TabletStorage) => store.saveDraft(draft),
    erase: (store: TabletStorage) => store.removeDraft(draft.key),
  });

  return {
    load: () => inTurn(load),
    savePairing(pairing) {
      const erase: Write = (store) => store.savePairing(undefined);
      if (!pairing) return inTurn(() => remove('pairing', erase));
      return inTurn(() => save('pairing', (store) => store.savePairing(pairing), erase));
    },
    saveCommand(command) {
      const { write, erase } = placesOfCommand(command);
      return inTurn(() => save(commandKey(command.commandId), write, erase));
    },
    saveAcked(command) {
      const erase: Write = (store) => store.removeCommand(command.commandId);
      return inTurn(() => spare(commandKey(command.commandId), (store) => store.saveAcked(command), erase));
    },
    removeCommand: (commandId) =>
      inTurn(() => remove(commandKey(commandId), (store) => store.removeCommand(commandId))),
    saveDraft(draft) {
      const { write, erase } = placesOfDraft(draft);
      return inTurn(() => {
        spared.delete(draftKey(draft.key));
        return save(draftKey(draft.key), write, erase);
      });
    },
    removeDraft(key) {
      const erase: Write = (store) => store.removeDraft(key);
      return inTurn(async () => {
        if (isKept()) await remove(draftKey(key), erase);
        else spared.set(draftKey(key), erase);
      });
    },
    /** A copy of what the appliance has: worth an attempt, not a worry. */
    saveSheet: (sheet) => inTurn(async () => void (await attempt(0, (store) => store.saveSheet(sheet)))),
  };
}
