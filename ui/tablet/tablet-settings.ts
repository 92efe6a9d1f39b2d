// What whoever scores has chosen on this device, remembered with it: how archers follow each other, which way arrows are typed, and what
// a tap feels and sounds like.
import { shaftsMm } from '../parts/plot-geometry.ts';
import { recall, remember } from '../store/remember.ts';

/** `turns`: end after end, A, B, C, D. `single`: one archer to the end of the round, then the next. */
export const turnOrders = ['turns', 'single'] as const;
export type TurnOrder = (typeof turnOrders)[number];

export const typingWays = ['keypad', 'face'] as const;
export type TypingWay = (typeof typingWays)[number];

export interface TabletSettings {
  readonly order: TurnOrder;
  readonly way: TypingWay;
  /** Diameter of the arrows that are plotted. */
  readonly shaftMm: number;
  readonly sound: boolean;
  readonly vibration: boolean;
}

export const firstSettings: TabletSettings = {
  order: 'turns',
  way: 'keypad',
  shaftMm: shaftsMm[0],
  sound: false,
  vibration: true,
};

const place = 'tablet.settings';

function oneOf<T>(known: readonly T[], value: unknown, otherwise: T): T {
  return known.find((each) => each === value) ?? otherwise;
}

/** Whatever an older page or somebody's hand has left there: what is not understood is as at first. */
export function readSettings(text: string | null): TabletSettings {
  let kept: Partial<Record<keyof TabletSettings, unknown>>;
  try {
    kept = Object(JSON.parse(text ?? '{}'));
  } catch {
    return firstSettings;
  }
  return {
    order: oneOf(turnOrders, kept.order, firstSettings.order),
    way: oneOf(typingWays, kept.way, firstSettings.way),
    shaftMm: oneOf(shaftsMm, kept.shaftMm, shaftsMm[0]),
    sound: oneOf([true, false], kept.sound, firstSettings.sound),
    vibration: oneOf([true, false], kept.vibration, firstSettings.vibration),
  };
}

export function recallSettings(): TabletSettings {
  return readSettings(recall(place));
}

export function rememberSettings(settings: TabletSettings) {
  remember(place, JSON.stringify(settings));
}
