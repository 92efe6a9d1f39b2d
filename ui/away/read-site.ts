// What `tenring live-site` wrote beside this page, in site.js: a script rather than data, because a page from a disk may not fetch files.
import type { AwaySite } from '../store/page-origin.ts';

declare global {
  interface Window {
    tenringSite?: unknown;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const orNull = <T>(value: unknown, check: (value: unknown) => value is T) => (check(value) ? value : null);
const isPort = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Undefined where the file is missing, or somebody has changed it into something else. */
export function readSite(found: unknown): AwaySite | undefined {
  if (!found || typeof found !== 'object') return undefined;
  const { pusher, competition, name }: Readonly<Record<string, unknown>> = { ...found };
  if (!pusher || typeof pusher !== 'object' || !isText(competition)) return undefined;
  const { key, cluster, host, port, tls }: Readonly<Record<string, unknown>> = { ...pusher };
  if (!isText(key)) return undefined;
  return {
    pusher: {
      key,
      cluster: orNull(cluster, isText),
      host: orNull(host, isText),
      port: orNull(port, isPort),
      tls: tls !== false,
    },
    competition,
    name: isText(name) ? name : '',
  };
}
