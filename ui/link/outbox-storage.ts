// Where a tablet keeps what must survive a reload or a flat battery: its pairing, its outbox, taps of ends not yet confirmed, and the
// sheet as it last was, for a reload without a network. IndexedDB, or strings in localStorage.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { TargetSheet } from '../../src/domain/card/target-sheet.ts';
import type { Position } from '../../src/domain/facts.ts';
import type { AckedCommand } from './acked-commands.ts';
import type { KeptCommand } from './outbox-state.ts';

export interface Pairing {
  readonly competition: string;
  readonly competitionName: string;
  readonly butt: number;
  readonly device: string;
  readonly token: string;
  /** Which of two cards it keeps; absent: nobody has chosen. */
  readonly card?: 'first' | 'second';
  /** For a reload while the appliance cannot be reached: its live port, and who may have taken over; absent: nobody. */
  readonly ways?: Ways;
}

export interface Ways {
  readonly realtimePort: number;
  /** `HOST:PORT` */
  readonly standbys: readonly string[];
}

/** Taps of an end before it is confirmed. */
export interface Draft {
  /** `COMPETITION/ENTRY/END`. */
  readonly key: string;
  readonly slots: readonly ArrowSlot[];
  /** Where those struck that were plotted, by box. */
  readonly hits?: readonly Hit[];
}

export interface KeptSheet {
  /** Sheets of another form than this page's are of another version. */
  readonly form: 1;
  readonly competition: string;
  readonly butt: number;
  readonly sheet: TargetSheet;
  readonly at: Position;
}

export interface Kept {
  readonly pairing: Pairing | undefined;
  readonly commands: readonly KeptCommand[];
  readonly drafts: readonly Draft[];
  readonly sheet: KeptSheet | undefined;
}

/** Each promise resolves when the browser has it in its store. */
export interface TabletStorage {
  load(): Promise<Kept>;
  savePairing(pairing: Pairing | undefined): Promise<void>;
  saveCommand(command: KeptCommand): Promise<void>;
  /** In place of the command as it was. */
  saveAcked(command: AckedCommand): Promise<void>;
  removeCommand(commandId: string): Promise<void>;
  saveDraft(draft: Draft): Promise<void>;
  removeDraft(key: string): Promise<void>;
  saveSheet(sheet: KeptSheet): Promise<void>;
}

interface Schema extends DBSchema {
  settings: { key: string; value: Pairing | KeptSheet };
  outbox: { key: string; value: KeptCommand };
  drafts: { key: string; value: Draft };
}

type Db = IDBPDatabase<Schema>;

function openDatabase(terminated: () => void): Promise<Db> {
  return openDB<Schema>('tenring', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('settings');
      fresh.createObjectStore('outbox', { keyPath: 'commandId' });
      fresh.createObjectStore('drafts', { keyPath: 'key' });
    },
    terminated,
  });
}

async function loadFrom(db: Db): Promise<Kept> {
  const [pairing, commands, drafts, sheet] = await Promise.all([
    db.get('settings', 'pairing'),
    db.getAll('outbox'),
    db.getAll('drafts'),
    db.get('settings', 'sheet'),
  ]);
  return {
    pairing: pairing && 'token' in pairing ? pairing : undefined,
    commands,
    drafts,
    sheet: sheet && 'form' in sheet && sheet.form === 1 ? sheet : undefined,
  };
}

const nothing = () => undefined;

/** On the disk itself, not only on its way there: the battery may be pulled next. */
async function putCommand(db: Db, command: KeptCommand): Promise<void> {
  const transaction = db.transaction('outbox', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(command), transaction.done]);
}

/** Opens with the first use, and again after the browser has closed it (iOS does, under a page that slept). */
export function openIndexedDb(): TabletStorage {
  let opening: Promise<Db> | undefined;

  async function use<T>(work: (db: Db) => Promise<T>): Promise<T> {
    opening ??= openDatabase(() => {
      opening = undefined;
    });
    const mine = opening;
    try {
      return await work(await mine);
    } catch (error) {
      if (opening === mine) opening = undefined;
      mine.then((db) => db.close()).catch(nothing);
      throw error;
    }
  }

  return {
    load: () => use(loadFrom),
    savePairing: (pairing) =>
      use(async (db) => {
        if (pairing) await db.put('settings', pairing, 'pairing');
        else await db.delete('settings', 'pairing');
      }),
    saveCommand: (command) => use((db) => putCommand(db, command)),
    saveAcked: (command) => use(async (db) => void (await db.put('outbox', command))),
    removeCommand: (commandId) => use((db) => db.delete('outbox', commandId)),
    saveDraft: (draft) => use(async (db) => void (await db.put('drafts', draft))),
    removeDraft: (key) => use((db) => db.delete('drafts', key)),
    saveSheet: (sheet) => use(async (db) => void (await db.put('settings', sheet, 'sheet'))),
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
        sheet: (read('sheet') ?? undefined) as KeptSheet | undefined,
      };
    },
    savePairing: (pairing) => (pairing ? write('pairing', pairing) : remove('pairing')),
    saveCommand: (command) => write(`outbox/${command.commandId}`, command),
    saveAcked: (command) => write(`outbox/${command.commandId}`, command),
    removeCommand: (commandId) => remove(`outbox/${commandId}`),
    saveDraft: (draft) => write(`drafts/${draft.key}`, draft),
    removeDraft: (key) => remove(`drafts/${key}`),
    saveSheet: (sheet) => write('sheet', sheet),
  };
}
