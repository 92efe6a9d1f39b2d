// How the scoring page comes without a network: what is put away when a version is installed, and what a request is answered with. The
// browser's caches and fetch come in, so that tests need none of them.

/** Of one build of the pages. */
export interface Build {
  /** Different for every build. */
  readonly name: string;
  /** The address of the page. */
  readonly page: string;
  /** Assets with their content's hash in their name. The first is the page's own script. */
  readonly assets: readonly string[];
}

export interface CacheLike {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
}

export interface CachesLike {
  open(name: string): Promise<CacheLike>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

export interface OfflineWorld {
  readonly caches: CachesLike;
  fetch(address: string, options?: { readonly cache?: 'reload' }): Promise<Response>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export type Plan = 'page' | 'asset' | 'leave';

const prefix = 'tenring-';

/** A network that has not answered by then is as good as none: somebody stands at the target and waits. */
export const pageDeadlineMs = 3_000;

/** Whatever is not the scoring page or a part of it is none of this worker's business: least of all the API. */
export function planOf(
  request: { readonly method: string; readonly mode: string; readonly url: string },
  origin: string,
  { page, assets }: Build,
): Plan {
  const { origin: asked, pathname } = new URL(request.url);
  if (request.method !== 'GET' || asked !== origin) return 'leave';
  if (request.mode === 'navigate') return pathname === page || pathname.startsWith(`${page}/`) ? 'page' : 'leave';
  return assets.includes(pathname) ? 'asset' : 'leave';
}

/** Throws when something cannot be fetched, or when the appliance has changed meanwhile: then the browser tries again another time. */
export async function putAway({ name, page, assets }: Build, { caches, fetch }: OfflineWorld): Promise<void> {
  const cache = await caches.open(prefix + name);
  const html = await fetch(page, { cache: 'reload' });
  const text = await html.clone().text();
  if (!html.ok || !text.includes(assets[0] ?? '')) throw new Error('the page is of another build');
  await Promise.all(
    assets.map(async (address) => {
      if (await cache.match(address)) return;
      const asset = await fetch(address);
      if (!asset.ok) throw new Error(`${address}: ${asset.status}`);
      await cache.put(address, asset);
    }),
  );
  await cache.put(page, html);
}

export async function forgetOthers({ name }: Build, { caches }: OfflineWorld): Promise<void> {
  const others = (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== prefix + name);
  await Promise.all(others.map((each) => caches.delete(each)));
}

async function fromNetwork(address: string, { fetch, wait }: OfflineWorld): Promise<Response | undefined> {
  try {
    const answer = await Promise.race([fetch(address), wait(pageDeadlineMs)]);
    // An appliance that is about to start or to stop says 503.
    return answer && answer.status < 500 ? answer : undefined;
  } catch {
    // No network, which is what this file is for.
    return undefined;
  }
}

/** The network's page if it comes in time, because it is never older; else the one that was put away with its assets. */
export async function answerPage(address: string, { name, page }: Build, world: OfflineWorld): Promise<Response> {
  const cache = await world.caches.open(prefix + name);
  return (await fromNetwork(address, world)) ?? (await cache.match(page)) ?? world.fetch(address);
}

export async function answerAsset(address: string, { name }: Build, world: OfflineWorld): Promise<Response> {
  const cache = await world.caches.open(prefix + name);
  return (await cache.match(address)) ?? world.fetch(address);
}
