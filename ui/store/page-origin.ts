// Where a page comes from: the appliance itself as a rule; elsewhere it knows only the relay, and the competition that it was made for. Said once,
// before anything is shown.
import type { PusherAddress } from '../../src/wire/api-access.ts';

/** What `tenring live-site` writes beside the page. */
export interface AwaySite {
  readonly pusher: PusherAddress;
  readonly competition: string;
  /** Shown until the relay has said more. */
  readonly name: string;
}

let site: AwaySite | undefined;

export function setAwaySite(found: AwaySite): void {
  site = found;
}

/** Undefined on pages of the appliance. */
export function awaySite(): AwaySite | undefined {
  return site;
}

/** Whether what only the appliance has (cards, search, tablets) cannot be offered. */
export function isAway(): boolean {
  return site !== undefined;
}

/** A board's address for somebody else's phone; undefined where this page has none that others could open. */
export function shareableAddress(origin: string, path: string): string | undefined {
  if (!site) return origin + path;
  const { protocol, href } = window.location;
  return protocol.startsWith('http') ? `${href.split('#')[0]}#${path}` : undefined;
}
