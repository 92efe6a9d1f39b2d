// What a category must be, of the organiser's own or of the catalogue. For commands and for files alike.

import { type Competition, roundById } from '../competition.ts';
import type { Rejection } from '../rejections.ts';
import type { Category } from './categories.ts';
import { isOneLine } from './text-check.ts';

/** Codes are free-form: anything that is seen, without spaces. */
const codePattern = /^[^\s\p{C}]{1,20}$/u;

/** What is wrong with a category by itself. */
export function findCategoryProblem(state: Pick<Competition, 'rounds'>, category: Category): Rejection | undefined {
  const { code, name, roundId } = category;
  if (name.trim() === '') return { code: 'nameMissing' };
  if (!codePattern.test(code) || !isOneLine(name)) return { code: 'categoryWrong', category: code };
  return roundById(state, roundId) ? undefined : { code: 'unknownRound', roundId };
}
