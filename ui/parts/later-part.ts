// A part of a page that is fetched after the page's first words. Its files are fetched before it is imported, because browsers remember for
// as long as a page lives that a script did not come, but never that of a file. When it is fetched is the page's to say.

export type PartState<Content> =
  | { readonly kind: 'coming' }
  /** Did not come, and is tried again. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'here'; readonly content: Content };

export interface LaterPart<Content> {
  state(): PartState<Content>;
  subscribe(listener: () => void): () => void;
  /** Now, rather than when it is tried again; nothing where it is here or on its way. */
  fetch(): void;
}

export interface PartWorld {
  /** By the part's name: every file that the page has not loaded yet. */
  filesOf(name: string): readonly string[];
  /** Resolves when the browser has the file whole. Rejects where it cannot be had. */
  fetchFile(address: string): Promise<void>;
  after(milliseconds: number, run: () => void): void;
}

const firstAgainMs = 1_000;
const lastAgainMs = 30_000;

/** `bring` imports the script. */
export function createLaterPart<Content>(
  name: string,
  bring: () => Promise<Content>,
  world: PartWorld,
): LaterPart<Content> {
  let state: PartState<Content> = { kind: 'coming' };
  let isFetching = false;
  let isWaiting = false;
  let againMs = firstAgainMs;
  const listeners = new Set<() => void>();

  function set(next: PartState<Content>) {
    state = next;
    for (const listener of listeners) listener();
  }

  async function bringAll(): Promise<Content> {
    await Promise.all(world.filesOf(name).map((address) => world.fetchFile(address)));
    return bring();
  }

  function fetch() {
    if (isFetching || state.kind === 'here') return;
    isFetching = true;
    bringAll().then(
      (content) => {
        isFetching = false;
        set({ kind: 'here', content });
      },
      // No network, or an appliance that is about to start. Whoever looks is told, and it is tried for as long as the page is open.
      () => {
        isFetching = false;
        set({ kind: 'missing' });
        waitAndFetch();
      },
    );
  }

  function waitAndFetch() {
    // Asked for in between: one wait is enough.
    if (isWaiting) return;
    isWaiting = true;
    world.after(againMs, () => {
      isWaiting = false;
      fetch();
    });
    againMs = Math.min(2 * againMs, lastAgainMs);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch,
  };
}
