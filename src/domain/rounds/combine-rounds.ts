// A combined round (RULES 1.2): several rounds one after the other, over sessions or days, as one round: 25 and 18 m, twice 720. Its total
// is ranked; what each part had follows from its distances or sessions.
import type { Round } from './rounds.ts';

/** Undefined where there is nothing to combine, or rounds of different disciplines, whose ties are broken differently. */
export function combineRounds(id: string, name: string, rounds: readonly Round[]): Round | undefined {
  const [first] = rounds;
  if (!first || rounds.some(({ discipline }) => discipline !== first.discipline)) return undefined;
  return { id, name, discipline: first.discipline, distances: rounds.flatMap(({ distances }) => distances) };
}
