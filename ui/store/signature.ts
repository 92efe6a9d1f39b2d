// A drawn signature as few enough numbers to travel and be kept: points of a field of 250 × 100, 255 between strokes. Thinned out no more
// than is needed, so that a short name keeps its curves.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Stroke = readonly Point[];

export const fieldWidth = 250;
export const fieldHeight = 100;
/** A pad that measures in the field's own units. */
export const fieldSize = { width: fieldWidth, height: fieldHeight };
/** What a card takes of one signature. */
export const mostNumbers = 200;
const strokeEnd = 255;

/** Strokes as they were drawn on a pad of this size, in the numbers that a card keeps. */
export function strokesToNumbers(
  strokes: readonly Stroke[],
  pad: { readonly width: number; readonly height: number },
): readonly number[] {
  const placed = strokes.map((stroke) => withoutRepeats(stroke.map((point) => ontoField(point, pad))));
  let drawn: readonly Stroke[] = placed.filter((stroke) => stroke.length > 0);
  for (let tolerance = 0.5; countNumbers(drawn) > mostNumbers && tolerance <= fieldWidth; tolerance *= 1.5) {
    drawn = drawn.map((stroke) => simplify(stroke, tolerance));
  }
  while (countNumbers(drawn) > mostNumbers) drawn = withoutShortest(drawn);
  return drawn.flatMap((stroke, index) => [...(index > 0 ? [strokeEnd] : []), ...stroke.flatMap(({ x, y }) => [x, y])]);
}

/** Numbers that are not whole points are left out: they are somebody else's. */
export function numbersToStrokes(numbers: readonly number[]): readonly Stroke[] {
  const strokes: Point[][] = [];
  let open: Point[] | undefined;
  for (let at = 0; at < numbers.length; ) {
    const x = numbers[at];
    const y = numbers[at + 1];
    if (x === strokeEnd) {
      open = undefined;
      at += 1;
      continue;
    }
    if (x === undefined || y === undefined) break;
    if (!open) {
      open = [];
      strokes.push(open);
    }
    open.push({ x, y });
    at += 2;
  }
  return strokes;
}

/** The `d` of an SVG path in the field; a dot is a line of no length, which a round pen draws. */
export function pathOfStrokes(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      const [first, ...rest] = stroke;
      if (!first) return '';
      const start = `M${first.x} ${first.y}`;
      return rest.length === 0 ? `${start}h0` : start + rest.map(({ x, y }) => `L${x} ${y}`).join('');
    })
    .join('');
}

function ontoField({ x, y }: Point, { width, height }: { readonly width: number; readonly height: number }): Point {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value) || 0));
  return { x: within((x / width) * fieldWidth, fieldWidth), y: within((y / height) * fieldHeight, fieldHeight) };
}

function withoutRepeats(stroke: Stroke): Stroke {
  return stroke.filter(({ x, y }, index) => index === 0 || x !== stroke[index - 1]?.x || y !== stroke[index - 1]?.y);
}

function countNumbers(strokes: readonly Stroke[]): number {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  return points * 2 + Math.max(0, strokes.length - 1);
}

function withoutShortest(strokes: readonly Stroke[]): readonly Stroke[] {
  const lengths = strokes.map(lengthOfStroke);
  const shortest = lengths.indexOf(Math.min(...lengths));
  return strokes.filter((_, index) => index !== shortest);
}

function lengthOfStroke(stroke: Stroke): number {
  return stroke.reduce((sum, { x, y }, index) => {
    const before = stroke[index - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum;
  }, 0);
}

/** Ramer, Douglas and Peucker: leaves out points that are closer than `tolerance` to the line without them. */
function simplify(stroke: Stroke, tolerance: number): Stroke {
  const first = stroke[0];
  const last = stroke.at(-1);
  if (!first || !last || stroke.length < 3) return stroke;
  let farthest = 0;
  let distance = 0;
  for (const [index, point] of stroke.entries()) {
    const away = distanceToLine(point, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (distance <= tolerance) return [first, last];
  const before = simplify(stroke.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplify(stroke.slice(farthest), tolerance)];
}

function distanceToLine({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - from.x, y - from.y);
  return Math.abs(dy * (x - from.x) - dx * (y - from.y)) / length;
}
