// For tests: a browser with one tablet in it, in any number of tabs. Storage that refuses, tabs that die after any write or are frozen,
// messages between tabs that take their time.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import type { FakeTime } from '../link/fake-world.ts';
import type { Draft, Kept, Pairing, TabletStorage } from '../link/outbox-storage.ts';
import { openStringStorage } from '../link/outbox-storage.ts';
import { createMemoryStore, createSafeStorage } from '../link/safe-storage.ts';
import type { TabChannel, TabMessage } from '../link/tabs.ts';
import type { FakeAppliance } from './fake-appliance.ts';
import { openPairedTablet, type PairedTablet, type PairedTabletView } from './paired-tablet.ts';

export interface FakeTab {
  readonly name: string;
  readonly view: () => PairedTabletView;
  readonly tablet: PairedTablet;
  /** False while something is in memory only. */
  readonly isKept: () => boolean;
  /** Drafts found when it was opened. */
  readonly drafts: readonly Draft[];
  isFrozen: boolean;
  /** As the scoring screen does it: the draft is kept with every tap, and goes when the end is confirmed. */
  confirm(draft: string, commands: readonly ScoringCommand[], arrows: readonly ArrowValue[]): Promise<void>;
  thaw(): void;
  /** The browser kills it, without a word. */
  die(): void;
}

export interface FakeBrowser {
  /** Writes that are refused: by IndexedDB, by localStorage. */
  readonly refuses: [boolean, boolean];
  readonly tabs: FakeTab[];
  /** The next opened tab dies at this write of its storage, counted from 0. */
  openTab(): Promise<FakeTab>;
  readonly dieAtWrite: { count: number | undefined };
  /** What both stores hold. */
  stored(): Promise<Pick<Kept, 'commands'>>;
}

export const pairing: Pairing = {
  competition: 'c1',
  competitionName: 'C',
  butt: 1,
  device: 'tablet-1',
  token: 't',
};

/** Until everything has run that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function createFakeBrowser(appliance: FakeAppliance, time: FakeTime): FakeBrowser {
  const stores = [createMemoryStore(), createMemoryStore()].map(openStringStorage);
  const listeners = new Map<string, (message: TabMessage) => void>();
  let count = 0;

  function channelOf(name: string): TabChannel {
    return {
      post(message) {
        const copy = structuredClone(message);
        for (const other of listeners.keys()) {
          if (other !== name) time.after(1, () => listeners.get(other)?.(copy));
        }
      },
      listen(take) {
        listeners.set(name, take);
        return () => void listeners.delete(name);
      },
    };
  }

  const browser: FakeBrowser = { refuses: [false, false], tabs: [], dieAtWrite: { count: undefined }, openTab, stored };

  async function stored() {
    const all = await Promise.all(stores.map((store) => store.load()));
    return { commands: all.flatMap(({ commands }) => commands) };
  }

  async function openTab(): Promise<FakeTab> {
    count += 1;
    const name = `tab-${count}`;
    let isDead = false;
    let isFrozen = false;
    let isKept = true;
    let view: PairedTabletView | undefined;
    let put: (() => void)[] = [];

    const after = (milliseconds: number, run: () => void) =>
      time.after(milliseconds, () => {
        if (isDead) return;
        if (isFrozen) put.push(run);
        else run();
      });

    function guard(store: TabletStorage, level: 0 | 1): TabletStorage {
      const gate = async (work: () => Promise<void>) => {
        if (browser.dieAtWrite.count !== undefined) {
          browser.dieAtWrite.count -= 1;
          if (browser.dieAtWrite.count < 0) die();
        }
        if (isDead) return new Promise<void>(() => undefined);
        if (browser.refuses[level]) throw new Error('full');
        return work();
      };
      return {
        load: () => store.load(),
        savePairing: (value) => gate(() => store.savePairing(value)),
        saveCommand: (command) => gate(() => store.saveCommand(command)),
        saveAcked: (command) => gate(() => store.saveAcked(command)),
        removeCommand: (id) => gate(() => store.removeCommand(id)),
        saveDraft: (draft) => gate(() => store.saveDraft(draft)),
        removeDraft: (key) => gate(() => store.removeDraft(key)),
        saveSheet: (sheet) => gate(() => store.saveSheet(sheet)),
      };
    }

    function die() {
      isDead = true;
      listeners.delete(name);
      tablet?.close();
      browser.tabs.splice(0, browser.tabs.length, ...browser.tabs.filter((tab) => tab.name !== name));
    }

    function changed(now: boolean) {
      isKept = now;
    }

    const guarded = stores.map((store, level) => guard(store, level === 0 ? 0 : 1));
    const storage = createSafeStorage(guarded, { after, changed });
    const { commands, drafts, sheet } = await storage.load();
    const channel = channelOf(name);
    const dumb: TabChannel = {
      post: (message) => {
        if (!isDead) channel.post(message);
      },
      listen: (take) =>
        channel.listen((message) => {
          if (!isFrozen) take(message);
        }),
    };
    const tablet: PairedTablet = openPairedTablet({
      ...{ pairing, storage, commands, sheet, channel: dumb },
      world: {
        ...{ now: time.now, after },
        createId: () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join(''),
        async bootstrap() {
          if (!appliance.network.isUp || !appliance.isRunning) throw new Error('network');
          return { realtimePort: 1, version: '1' };
        },
        linkWorld: () => ({
          open: (socketListeners) =>
            appliance.open({
              opened: () => !isDead && socketListeners.opened(),
              message: (bytes) => !isDead && socketListeners.message(bytes),
              closed: (code) => !isDead && socketListeners.closed(code),
            }),
          ...{ after, now: time.now, random: () => 0.5 },
          probe: async () => appliance.network.isUp && appliance.isRunning,
        }),
      },
      changed: (now) => {
        view = now;
      },
      otherVersion: () => undefined,
      placed: () => undefined,
      ways: () => undefined,
      heard: () => undefined,
      time: () => undefined,
    });

    const tab: FakeTab = {
      ...{ name, tablet, drafts, die },
      view: () => view ?? ({ outbox: [], sheet: undefined } as unknown as PairedTabletView),
      isKept: () => isKept,
      get isFrozen() {
        return isFrozen;
      },
      set isFrozen(value) {
        isFrozen = value;
      },
      thaw() {
        isFrozen = false;
        const now = put;
        put = [];
        for (const run of now) run();
      },
      async confirm(key, scoring, arrows) {
        for (let taps = 1; taps <= arrows.length; taps += 1) {
          storage.saveDraft({ key, slots: arrows.slice(0, taps) });
        }
        for (const command of scoring) tablet.submit(command, { competition: pairing.competition, butt: pairing.butt });
        storage.removeDraft(key);
        await settle();
      },
    };
    browser.tabs.push(tab);
    await settle();
    return tab;
  }

  return browser;
}
