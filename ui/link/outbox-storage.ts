// Where a tablet keeps what must survive a reload or a flat battery: its pairing, its outbox, and taps of ends not yet confirmed.
// IndexedDB by preference; localStorage where a browser refuses it (private windows of older browsers).
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { KeptCommand } from './outbox-state.ts';

export interface Pairing {
  readonly competition: string;
  readonly competitionName: string;
  readonly butt: number;
  readonly device: string;
  readonly token: string;
}

/** Taps of an end before it is confirmed. */
export interface Draft {
  /** `COMPETITION/ENTRY/END`. */
  readonly key: string;
  readonly slots: readonly ArrowSlot[];
  /** Where those struck that were plotted, by box. */
  readonly hits?: readonly Hit[];
}

export interface Kept {
  readonly pairing: Pairing | undefined;
  readonly commands: readonly KeptCommand[];
  readonly drafts: readonly Draft[];
}

/** Each promise resolves when the browser has it in its store. */
export interface TabletStorage {
  load(): Promise<Kept>;
  savePairing(pairing: Pairing | undefined): Promise<void>;
  saveCommand(command: KeptCommand): Promise<void>;
  removeCommand(commandId: string): Promise<void>;
  saveDraft(draft: Draft): Promise<void>;
  removeDraft(key: string): Promise<void>;
}

interface Schema extends DBSchema {
  settings: { key: string; value: Pairing };
  outbox: { key: string; value: KeptCommand };
  drafts: { key: string; value: Draft };
}

async function openIndexedDb(): Promise<TabletStorage> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>('tenring', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('settings');
      fresh.createObjectStore('outbox', { keyPath: 'commandId' });
      fresh.createObjectStore('drafts', { keyPath: 'key' });
    },
  });
  return {
    async load() {
      const [pairing, commands, drafts] = await Promise.all([
        db.get('settings', 'pairing'),
        db.getAll('outbox'),
        db.getAll('drafts'),
      ]);
      return { pairing, commands, drafts };
    },
    async savePairing(pairing) {
      if (pairing) await db.put('settings', pairing, 'pairing');
      else await db.delete('settings', 'pairing');
    },
    async saveCommand(command) {
      await db.put('outbox', command);
    },
    removeCommand: (commandId) => db.delete('outbox', commandId),
    async saveDraft(draft) {
      await db.put('drafts', draft);
    },
    removeDraft: (key) => db.delete('drafts', key),
  };
}

export interface StringStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'tenring.';

export function openStringStorage(store: StringStore): TabletStorage {
  const write = async (key: string, value: unknown) => store.setItem(prefix + key, JSON.stringify(value));
  const remove = async (key: string) => store.removeItem(prefix + key);
  const read = (key: string): unknown => JSON.parse(store.getItem(prefix + key) ?? 'null');
  const readAll = (kind: string): unknown[] => {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix + kind)).map((key) => read(key.slice(prefix.length)));
  };
  return {
    async load() {
      return {
        pairing: (read('pairing') ?? undefined) as Pairing | undefined,
        commands: readAll('outbox/') as KeptCommand[],
        drafts: readAll('drafts/') as Draft[],
      };
    },
    savePairing: (pairing) => (pairing ? write('pairing', pairing) : remove('pairing')),
    saveCommand: (command) => write(`outbox/${command.commandId}`, command),
    removeCommand: (commandId) => remove(`outbox/${commandId}`),
    saveDraft: (draft) => write(`drafts/${draft.key}`, draft),
    removeDraft: (key) => remove(`drafts/${key}`),
  };
}

export async function openTabletStorage(): Promise<TabletStorage> {
  try {
    return await openIndexedDb();
  } catch {
    return openStringStorage(window.localStorage);
  }
}
