// From the page by http to the one by https: for the browser two places with a store each. What the new page has to know goes along in the
// address, after the #, which is never sent; the appliance knows both as the same device.
import { isAcked } from '../link/acked-commands.ts';
import type { Kept, Pairing } from '../link/outbox-storage.ts';
import type { TabletView } from './tablet-view.ts';

const fragmentPattern = /^#device=([\w-]{1,2000})$/;

/** Nothing typed here has still to be sent or settled, so that nothing is left behind. */
export function canHandOver({
  outbox,
  drafts,
  keptElsewhere,
}: Pick<TabletView, 'outbox' | 'drafts' | 'keptElsewhere'>) {
  const isSent = outbox.every(({ delivery }) => delivery.kind === 'saved');
  const isTyping = [...drafts.values()].some((slots) => slots.some((slot) => slot !== null));
  return isSent && !isTyping && keptElsewhere === 0;
}

export function handOverFragment(pairing: Pairing): string {
  const bytes = new TextEncoder().encode(JSON.stringify(pairing));
  const text = btoa(String.fromCharCode(...bytes));
  return `#device=${text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

/** Undefined for anything else. */
export function readHandOver(hash: string): Pairing | undefined {
  const text = fragmentPattern.exec(hash)?.[1];
  if (text === undefined) return undefined;
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    return pairingOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function pairingOf(read: unknown): Pairing | undefined {
  if (!read || typeof read !== 'object') return undefined;
  const { competition, competitionName, butt, device, token, card } = read as Partial<Record<keyof Pairing, unknown>>;
  const texts = [competition, competitionName, device, token];
  if (!texts.every((each) => typeof each === 'string') || !Number.isInteger(butt)) return undefined;
  const pairing = { competition, competitionName, butt, device, token } as Pairing;
  return card === 'first' || card === 'second' ? { ...pairing, card } : pairing;
}

/** Only a page that belongs nowhere yet and holds nothing takes over: a link cannot move a tablet that is in use. */
export function takeHandOver(kept: Kept, handed: Pairing | undefined): Kept {
  return handed && !kept.pairing && kept.commands.every(isAcked) ? { ...kept, pairing: handed } : kept;
}
