// The address of an overlay, made and read back.

import type { OverlayKind } from './overlay-kind.ts';
import { type OptionName, type OverlayOptions, optionsQuery, readOptions } from './overlay-options.ts';

const part = encodeURIComponent;

export function overlayPath(of: OverlayKind, options: OverlayOptions): string {
  const query = optionsQuery(options);
  const base = `/overlay/${part(of.competition)}`;
  switch (of.kind) {
    case 'leaderboard':
      return `${base}/leaderboard/${part(of.category)}${query}`;
    case 'athlete':
      return `${base}/athlete/${of.entry}${query}`;
    case 'match':
      return `${base}/match/${part(of.event)}/${part(of.match.replace('/', '-'))}${query}`;
    case 'clock': {
      if (of.clock === undefined) return `${base}/clock${query}`;
      return `${base}/clock${query}${query ? '&' : '?'}clock=${part(of.clock)}`;
    }
  }
}

export interface ReadAddress {
  readonly of: OverlayKind;
  readonly options: OverlayOptions;
  readonly wrong: readonly OptionName[];
}

/** Undefined for an address that is no overlay's. */
export function readOverlayAddress(address: string): ReadAddress | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = url ? url.pathname : (address.split('?')[0] ?? '');
  const search = url ? url.search : address.slice(path.length);
  const [empty, page, competition, kind, ...rest] = path.split('/').map(decoded);
  if (empty !== '' || page !== 'overlay' || !competition || !kind) return undefined;
  const of = kindOf(competition, kind, rest, search);
  return of && { of, ...readOptions(search) };
}

function kindOf(
  competition: string,
  kind: string,
  [first, second]: readonly string[],
  search: string,
): OverlayKind | undefined {
  if (kind === 'clock') return { kind, competition, clock: new URLSearchParams(search).get('clock') || undefined };
  if (kind === 'leaderboard' && first) return { kind, competition, category: first };
  if (kind === 'athlete' && /^[1-9]\d{0,8}$/.test(first ?? '')) return { kind, competition, entry: Number(first) };
  if (kind === 'match' && first && second) return { kind, competition, event: first, match: second.replace('-', '/') };
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
