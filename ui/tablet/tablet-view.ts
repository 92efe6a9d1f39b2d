// What the tablet's screens are drawn from: which screen it is, whose tablet this is, what is typed and not confirmed. Plain values; what
// changes them is tablet-session.ts.
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import type { DevicePlace } from '../link/link.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import type { ApiFailure } from '../store/api.ts';
import type { JoinBy, JoinKey } from './join.ts';
import type { OfflinePage } from './offline-page.ts';
import type { PairedTabletView } from './paired-tablet.ts';

export type Phase =
  | { readonly kind: 'opening' }
  | (JoinTry & { readonly kind: 'joining' })
  | (JoinTry & {
      readonly kind: 'unpaired';
      /** The name of the close code by which the appliance let go of this device. */
      readonly refused?: string;
    })
  /** A QR code of another target was scanned while scores wait here for the present one. */
  | { readonly kind: 'moving'; readonly to: JoinKey }
  | { readonly kind: 'paired' };

/** How this device last tried to join, and why it did not; while it tries the same again, why it did not before. */
export interface JoinTry {
  readonly tried?: JoinBy;
  readonly failure?: ApiFailure;
}

export interface TabletView extends PairedTabletView {
  readonly phase: Phase;
  readonly pairing: Pairing | undefined;
  /** Typed and not confirmed, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, readonly ArrowSlot[]>;
  /** Where the arrows of a draft struck, of those that were plotted. */
  readonly draftHits: ReadonlyMap<string, readonly Hit[]>;
  /** Something is in this page's memory only. */
  readonly storageFailed: boolean;
  /** Whether a reload works without a network. */
  readonly offlinePage: OfflinePage;
  /** Commands kept for another competition than the present one. */
  readonly keptElsewhere: number;
}

export function draftKey(competition: string, entry: number, end: number, mode: 'score' | 'correct' | 'check'): string {
  return `${competition}/${entry}/${end}/${mode}`;
}

export const unpairedView: PairedTabletView = {
  link: { kind: 'off' },
  sheet: undefined,
  missing: false,
  outbox: [],
  isLeader: true,
};

export const firstView: TabletView = {
  ...unpairedView,
  phase: { kind: 'opening' },
  pairing: undefined,
  drafts: new Map(),
  draftHits: new Map(),
  storageFailed: false,
  offlinePage: 'notYet',
  keptElsewhere: 0,
};

/** The same object where nothing has changed: a device that keeps the first card may not have been asked yet. */
export function withPlace(pairing: Pairing, { butt, card }: DevicePlace): Pairing {
  if (butt === pairing.butt && card === (pairing.card ?? 'first')) return pairing;
  const { card: _, ...rest } = pairing;
  return { ...rest, butt, ...((card === 'second' || pairing.card) && { card }) };
}

export interface DraftNow {
  readonly key: string;
  readonly slots: readonly ArrowSlot[] | undefined;
  readonly hits: readonly Hit[];
}

export function withDraft({ drafts, draftHits }: TabletView, { key, slots, hits }: DraftNow) {
  const next = { drafts: new Map(drafts), draftHits: new Map(draftHits) };
  if (slots) next.drafts.set(key, slots);
  else next.drafts.delete(key);
  if (slots && hits.some((hit) => hit !== null)) next.draftHits.set(key, hits);
  else next.draftHits.delete(key);
  return next;
}
