// What can be written in one box of a scorecard: a ring's value, X (inner ten) or M (miss). Blank is not a value:
// an arrow not yet scored is `null` in an end, never 'M' and never 0 (RULES 1.3).

export const arrowValues = ['X', '12', '11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'M'] as const;
export type ArrowValue = (typeof arrowValues)[number];

const known: ReadonlySet<string> = new Set(arrowValues);

export function isArrowValue(text: string): text is ArrowValue {
  return known.has(text);
}

const order = new Map<ArrowValue, number>(arrowValues.map((value, index) => [value, index]));

/** Highest first, as arrows are written on a card (WA Book 3, 12.1.3). */
export function compareArrowValues(a: ArrowValue, b: ArrowValue): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0);
}
