// Registered entries in the state: the list, and who stands at which butt in the order of the letters.
import type { Competition } from './competition.ts';
import type { Entry } from './facts.ts';
import { compareTargets } from './target.ts';

export function withEntries(state: Competition, added: readonly Entry[]): Competition {
  const entries = state.entries.withAll(added.map((entry) => [entry.number, entry]));
  const butts = new Map<number, number[]>();
  for (const { number, target } of added) {
    if (!target) continue;
    const numbers = butts.get(target.butt) ?? [...(state.entriesByButt.at(target.butt) ?? [])];
    numbers.push(number);
    butts.set(target.butt, numbers);
  }
  for (const numbers of butts.values()) {
    numbers.sort((a, b) => {
      const [first, second] = [entries.at(a)?.target, entries.at(b)?.target];
      return first && second ? compareTargets(first, second) : a - b;
    });
  }
  const highest = added.reduce((most, entry) => Math.max(most, entry.number), state.entryCount);
  return { ...state, entries, entriesByButt: state.entriesByButt.withAll(butts), entryCount: highest };
}
