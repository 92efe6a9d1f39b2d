// Where a value stands on a chart's height: `high` at the top, `low` at the bottom, whichever of the two is the larger number.

interface ChartScale {
  /** From the top, within the height; values beyond the ends stay at them. */
  yOf(value: number): number;
}

export function scaleOf({
  low,
  high,
  height,
}: {
  readonly low: number;
  readonly high: number;
  readonly height: number;
}): ChartScale {
  const span = high - low;
  return {
    yOf(value) {
      const part = span === 0 ? 1 : (value - low) / span;
      return height * (1 - Math.min(1, Math.max(0, part)));
    },
  };
}
