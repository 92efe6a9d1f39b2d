// The draw of targets: who stands where, by lot or in the order of a list, each category together, archers of one club apart. Pure, and the
// same again from the same number, so that nobody has to believe that a draw was fair (RULES 1.10).
import { letters, type Target } from '../target.ts';
import { createLot, type Lot, shuffled } from './seeded-order.ts';

export const archerNeeds = ['wheelchair', 'leftHanded'] as const;
export type ArcherNeed = (typeof archerNeeds)[number];

/** Kept beside what came of it, so that anybody can make the draw again. */
export interface TargetDraw {
  /** Whole, 0 to 2^32 - 1. */
  readonly seed: number;
  /** By chance, or as they are listed: by number, or by what they scored before. */
  readonly order: 'lot' | 'listed';
  readonly clubsApart: boolean;
  /** Categories of the same round may share a butt, so that fewer butts are needed. */
  readonly shareButts: boolean;
  readonly archersPerButt: number;
  /** Both included. */
  readonly fromButt: number;
  readonly toButt: number;
  readonly outOfUse: readonly number[];
  /** In the order in which they stand, from the first butt on. */
  readonly categories: readonly string[];
}

export interface ArcherToPlace {
  /** Of the entry. */
  readonly number: number;
  readonly club: string;
  readonly category: string;
  readonly needs?: readonly ArcherNeed[];
}

export interface DrawnTargets {
  readonly places: ReadonlyMap<number, Target>;
  /** For whom no butt was left, in the order of the list. */
  readonly without: readonly number[];
}

/** A butt that is being filled. */
interface Butt {
  readonly butt: number;
  /** Places that this category may take, those that others have included. */
  readonly limit: number;
  readonly archers: ArcherToPlace[];
  /** Letters that others took before. */
  readonly begun: number;
  taken: number;
}

/**
 * `archers` are those to be placed, of the draw's categories; `busy` are butts at which somebody stands who keeps the place. `roundOf` says
 * which categories may share a butt. An archer in a wheelchair has two places of a butt (more space on the line); the left-handed get the
 * last ones, so that nobody stands face to face with them on both sides.
 */
export function drawTargets(
  archers: readonly ArcherToPlace[],
  draw: TargetDraw,
  busy: ReadonlySet<number> = new Set(),
  roundOf: (category: string) => string | undefined = () => undefined,
): DrawnTargets {
  const lot = createLot(draw.seed);
  const perButt = Math.min(Math.max(1, Math.trunc(draw.archersPerButt)), letters.length);
  const free = freeButts(draw, busy);
  const places = new Map<number, Target>();
  const without: number[] = [];
  let before: { readonly round: string | undefined; readonly last: Butt | undefined } | undefined;
  for (const category of draw.categories) {
    const listed = archers.filter((archer) => archer.category === category);
    if (listed.length === 0) continue;
    const round = roundOf(category);
    const shared = draw.shareButts && round !== undefined && before?.round === round ? before.last : undefined;
    const butts = takeButts(listed, free, perButt, draw.shareButts, shared);
    const order = draw.order === 'lot' ? shuffled(listed, lot) : listed;
    for (const archer of draw.clubsApart ? apart(order, butts, perButt) : inTurn(order, butts, perButt))
      without.push(archer.number);
    for (const butt of butts) letter(butt, perButt, draw.order === 'lot' ? lot : undefined, places);
    const unused = butts.filter(({ taken }) => taken === 0);
    free.unshift(...unused.flatMap(({ butt, begun }) => (begun === 0 ? [butt] : [])));
    before = { round, last: butts.findLast(({ taken }) => taken > 0) ?? shared };
  }
  return { places, without: archers.flatMap(({ number }) => (without.includes(number) ? [number] : [])) };
}

function freeButts({ fromButt, toButt, outOfUse }: TargetDraw, busy: ReadonlySet<number>): number[] {
  const closed = new Set([...outOfUse, ...busy]);
  const free: number[] = [];
  for (let butt = fromButt; butt <= toButt; butt += 1) if (!closed.has(butt)) free.push(butt);
  return free;
}

function widthOf({ needs = [] }: ArcherToPlace, perButt: number): number {
  return needs.includes('wheelchair') ? Math.min(2, perButt) : 1;
}

/** As many butts as the category needs, from the front of those that are free; first the one that it shares. */
function takeButts(
  archers: readonly ArcherToPlace[],
  free: number[],
  perButt: number,
  isDense: boolean,
  shared: Butt | undefined,
): readonly Butt[] {
  const begun = shared ? shared.begun + shared.taken : perButt;
  const rest = archers.reduce((sum, archer) => sum + widthOf(archer, perButt), 0) - (perButt - begun);
  const wheelchairs = archers.filter((archer) => widthOf(archer, perButt) === 2).length;
  const needed = Math.max(
    0,
    Math.ceil(rest / perButt),
    perButt > 1 ? Math.ceil(wheelchairs / Math.trunc(perButt / 2)) : 0,
  );
  const fresh = free.splice(0, needed).map((butt, index, { length }): Butt => {
    const isLast = index === length - 1;
    const limit = isDense && isLast ? Math.min(perButt, Math.max(1, rest - (length - 1) * perButt)) : perButt;
    return { butt, limit, archers: [], begun: 0, taken: 0 };
  });
  return shared && begun < perButt
    ? [{ butt: shared.butt, limit: perButt, archers: [], begun, taken: 0 }, ...fresh]
    : fresh;
}

const roomOf = ({ limit, begun, taken }: Butt, most = limit) => most - begun - taken;

function put(archer: ArcherToPlace, butt: Butt, perButt: number) {
  butt.archers.push(archer);
  butt.taken += widthOf(archer, perButt);
}

/** The widest first, then the largest clubs, each archer to the butt with the fewest of the club and the most room. Gives back who is left. */
function apart(order: readonly ArcherToPlace[], butts: readonly Butt[], perButt: number): readonly ArcherToPlace[] {
  const sizes = new Map<string, number>();
  for (const { club } of order) sizes.set(club, (sizes.get(club) ?? 0) + 1);
  const clubs = new Map([...sizes.keys()].map((club, index) => [club, index]));
  const sorted = order.toSorted(
    (a, b) =>
      widthOf(b, perButt) - widthOf(a, perButt) ||
      (sizes.get(b.club) ?? 0) - (sizes.get(a.club) ?? 0) ||
      (clubs.get(a.club) ?? 0) - (clubs.get(b.club) ?? 0),
  );
  return sorted.filter((archer) => {
    const width = widthOf(archer, perButt);
    const same = ({ archers }: Butt) =>
      archer.club === '' ? 0 : archers.filter(({ club }) => club === archer.club).length;
    const fitting = butts.filter((butt) => roomOf(butt) >= width);
    const open = fitting.length > 0 ? fitting : butts.filter((butt) => roomOf(butt, perButt) >= width);
    const best = open.toSorted((a, b) => same(a) - same(b) || roomOf(b) - roomOf(a))[0];
    if (best) put(archer, best, perButt);
    return best === undefined;
  });
}

/** One butt after the other, all about as full; the widest first only where they would not fit otherwise. Gives back who is left. */
function inTurn(order: readonly ArcherToPlace[], butts: readonly Butt[], perButt: number): readonly ArcherToPlace[] {
  const left = fill(order, butts, perButt);
  if (left.length === 0) return left;
  for (const butt of butts) {
    butt.archers.length = 0;
    butt.taken = 0;
  }
  return fill(
    order.toSorted((a, b) => widthOf(b, perButt) - widthOf(a, perButt)),
    butts,
    perButt,
  );
}

function fill(order: readonly ArcherToPlace[], butts: readonly Butt[], perButt: number): readonly ArcherToPlace[] {
  const total = order.reduce((sum, archer) => sum + widthOf(archer, perButt), 0);
  const room = butts.reduce((sum, butt) => sum + roomOf(butt), 0);
  let [done, passed] = [0, 0];
  const waiting = [...order];
  for (const [index, butt] of butts.entries()) {
    passed += roomOf(butt);
    const share = index === butts.length - 1 ? total : Math.ceil((total * passed) / Math.max(1, room));
    while (waiting[0] && done < share && roomOf(butt, perButt) >= widthOf(waiting[0], perButt)) {
      done += widthOf(waiting[0], perButt);
      put(waiting[0], butt, perButt);
      waiting.shift();
    }
  }
  return waiting.filter((archer) => {
    const butt = butts.find((each) => roomOf(each, perButt) >= widthOf(archer, perButt));
    if (butt) put(archer, butt, perButt);
    return butt === undefined;
  });
}

/** Gives the letters of a butt: wheelchairs from the front, two places each; the left-handed from the back; the others between. */
function letter(
  { butt, archers, begun, taken }: Butt,
  perButt: number,
  lot: Lot | undefined,
  places: Map<number, Target>,
) {
  const order = lot ? shuffled(archers, lot) : archers;
  const wide = order.filter((archer) => widthOf(archer, perButt) === 2);
  const narrow = order.filter((archer) => widthOf(archer, perButt) === 1);
  const isLeft = ({ needs = [] }: ArcherToPlace) => needs.includes('leftHanded');
  const row = [...wide, ...narrow.filter((archer) => !isLeft(archer)), ...narrow.filter(isLeft)];
  let next = begun;
  for (const archer of row) {
    const place = letters[next];
    if (place && next < begun + taken) places.set(archer.number, { butt, letter: place });
    next += widthOf(archer, perButt);
  }
}
