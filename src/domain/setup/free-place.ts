// Where somebody who comes late can stand: beside the category's others where a letter is free, else at the next butt that is empty.
import { highestButt, letters, type Target } from '../target.ts';

export interface Placed {
  readonly category: string;
  readonly target: Target;
}

/** Undefined while nobody has a target, or where no butt is left. A butt has as many letters as the fullest one of the field uses. */
export function findFreePlace(placed: readonly Placed[], category: string): Target | undefined {
  const byButt = new Map<number, Placed[]>();
  for (const each of placed) byButt.set(each.target.butt, [...(byButt.get(each.target.butt) ?? []), each]);
  const highest = placed.reduce((most, { target }) => Math.max(most, letters.indexOf(target.letter)), -1);
  if (highest < 0) return undefined;
  const inUse = letters.slice(0, highest + 1);
  const own = [...byButt].flatMap(([butt, there]) => (there.some((each) => each.category === category) ? [butt] : []));
  for (const butt of own.sort((a, b) => a - b)) {
    const taken = byButt.get(butt)?.map(({ target }) => target.letter) ?? [];
    const letter = [...inUse].find((each) => !taken.includes(each));
    if (letter !== undefined) return { butt, letter };
  }
  const from = own.at(-1) ?? Math.max(...byButt.keys());
  for (let butt = from + 1; butt <= highestButt; butt += 1) if (!byButt.has(butt)) return { butt, letter: 'A' };
  return undefined;
}
