// Chances as whole percents.
import type { BySide } from '../../src/domain/match/match.ts';

/** They make a hundred together; while it can still go either way, nobody has all of it. */
export function percentsOf({ a }: BySide<number>): BySide<number> {
  const rounded = Math.round(a * 100);
  const percent = a > 0 && a < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return { a: percent, b: 100 - percent };
}
