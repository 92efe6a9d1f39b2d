// Counts that break ties, as they stand above their columns in every language.
import type { TieBreakCount } from '../domain/rule-sets.ts';

export const countTitles: Readonly<Record<TieBreakCount, string>> = {
  x: 'X',
  ten: '10+X',
  nine: '9',
  eleven: '11',
  six: '6',
  five: '5',
  sixOrFive: '6+5',
};
