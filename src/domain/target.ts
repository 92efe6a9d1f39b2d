// A place on the field: the butt's number and the archer's letter, written `12A` (RULES 1.10).

export interface Target {
  readonly butt: number;
  readonly letter: string;
}

export const highestButt = 9999;
export const letters = 'ABCDEFGH';
const pattern = /^0*([1-9]\d{0,3})\s*([A-H])$/i;

export function parseTarget(text: string): Target | undefined {
  const match = pattern.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { butt: Number(match[1]), letter: match[2].toUpperCase() };
}

export function formatTarget(target: Target): string {
  return `${target.butt}${target.letter}`;
}

/** By butt, then letter, as scorecards and lists are sorted. */
export function compareTargets(a: Target, b: Target): number {
  return a.butt - b.butt || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0);
}
