// The list of entries in the page: fetched once and in a while, changed by the answers to what the desk asks, so that a key does not wait for
// thousands of lines. Beside it what was changed here, each with its opposite. One for each competition, for as long as the page is open.
import type { ChangedEntries, DeskEntries, DeskEntry, WithdrawnEntry } from '../../../src/wire/api-entry-changes.ts';
import { type ApiFailure, type Call, toFailure } from '../../store/api.ts';
import type { MessageKey } from '../../text/en.ts';
import { type EntryRequest, oppositeOf } from './entry-requests.ts';

/** In words of the catalogue, as it is to be read after the change. */
export interface Told {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface DoneChange {
  readonly id: number;
  readonly told: Told;
  readonly undo: readonly EntryRequest[];
}

export interface EntryListState {
  /** Undefined until it is fetched. */
  readonly entries: readonly DeskEntry[] | undefined;
  readonly withdrawn: readonly WithdrawnEntry[];
  /** Of the last fetch. */
  readonly failure: ApiFailure | undefined;
  /** Newest first. */
  readonly done: readonly DoneChange[];
  readonly undone: Told | undefined;
  readonly isBusy: boolean;
}

export type Asked =
  | { readonly kind: 'done'; readonly answer: ChangedEntries }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

export interface EntryStore {
  state(): EntryListState;
  subscribe(listener: () => void): () => void;
  load(): Promise<void>;
  change(request: EntryRequest, told: Told): Promise<Asked>;
  /** Undefined where there is nothing of that id. */
  undo(id: number): Promise<Asked | undefined>;
}

export type AskApi = <T>(path: string, call?: Call) => Promise<T>;

const mostDone = 50;
const paths = { change: '', checkIn: '/checked-in', inspect: '/inspected' } as const;

/** `path` is that of the entries. */
export function createEntryStore(path: string, ask: AskApi): EntryStore {
  let state: EntryListState = {
    ...{ entries: undefined, withdrawn: [], failure: undefined, done: [], undone: undefined, isBusy: false },
  };
  let seq = 0;
  let nextId = 1;
  let underWay = 0;
  const listeners = new Set<() => void>();

  function set(part: Partial<EntryListState>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  async function load() {
    try {
      const list = await ask<DeskEntries>(`${path}/details`);
      // What was changed here meanwhile is newer.
      if (list.position.seq < seq) return;
      const isSame = list.position.seq === seq && state.entries !== undefined;
      seq = list.position.seq;
      set({ failure: undefined, ...(isSame ? {} : { entries: list.entries, withdrawn: list.withdrawn }) });
    } catch (error) {
      set({ failure: toFailure(error) });
    }
  }

  async function request(each: EntryRequest): Promise<ChangedEntries> {
    const method = each.kind === 'change' ? 'PATCH' : 'POST';
    const answer = await ask<ChangedEntries>(`${path}${paths[each.kind]}`, { method, json: each.json });
    seq = Math.max(seq, answer.position.seq);
    if (state.entries) set({ entries: withAnswer(state.entries, each, answer) });
    const { withdrawn, restored } = each.kind === 'change' ? each.json : {};
    if (withdrawn || restored) {
      seq = 0;
      await load();
    }
    return answer;
  }

  async function whileBusy(run: () => Promise<ChangedEntries>): Promise<Asked> {
    underWay += 1;
    set({ isBusy: true });
    try {
      return { kind: 'done', answer: await run() };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'entryChangedMeanwhile') await load();
      return { kind: 'failed', failure };
    } finally {
      underWay -= 1;
      set({ isBusy: underWay > 0 });
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    change: (asked, told) =>
      whileBusy(async () => {
        const before = new Map((state.entries ?? []).map((entry) => [entry.number, entry]));
        const answer = await request(asked);
        const undo = oppositeOf(asked, before, answer);
        const id = nextId;
        nextId += 1;
        if (undo.length > 0) set({ done: [{ id, told, undo }, ...state.done].slice(0, mostDone), undone: undefined });
        return answer;
      }),
    async undo(id) {
      const found = state.done.find((each) => each.id === id);
      if (!found) return undefined;
      return whileBusy(async () => {
        const [first, ...others] = found.undo;
        if (!first) throw new Error('a change that has no opposite is not kept');
        let answer = await request(first);
        for (const each of others) answer = await request(each);
        set({ done: state.done.filter((each) => each !== found), undone: found.told });
        return answer;
      });
    },
  };
}

/** With the entries as they are now; who is withdrawn is missing. */
export function withAnswer(
  entries: readonly DeskEntry[],
  request: EntryRequest,
  { entries: changed, added }: ChangedEntries,
): readonly DeskEntry[] {
  const now = new Map([...changed, ...added].map((entry) => [entry.number, entry]));
  const gone = new Set(request.kind === 'change' ? request.json.withdrawn?.entries : []);
  const kept = entries.flatMap((entry) => {
    const found = now.get(entry.number) ?? entry;
    now.delete(entry.number);
    return gone.has(entry.number) ? [] : [found];
  });
  return [...kept, ...now.values()];
}
