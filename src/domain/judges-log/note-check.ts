// What a note must be. For commands and for files alike; whether what it is about is there is asked of commands only: it may go later.
import { isOneLine } from '../setup/text-check.ts';
import { isShowId } from '../show/show-check.ts';
import { type JudgeNote, longestFee, longestNote, type NoteProblem } from './judges-log.ts';

/** Of several lines: no other control characters. */
const control = /[^\P{Cc}\n\t]|[\p{Cs}]/u;

/** Undefined for a good one. */
export function findTextProblem(text: string): Extract<NoteProblem, 'text' | 'tooLong'> | undefined {
  if (text.length > longestNote) return 'tooLong';
  return text.trim() === '' || control.test(text) ? 'text' : undefined;
}

export function findNoteProblem({ id, text, fee, about }: Pick<JudgeNote, 'id' | 'text' | 'fee' | 'about'>) {
  if (!isShowId(id)) return 'id' as const;
  const why = findTextProblem(text);
  if (why) return why;
  if (fee !== undefined && !isOneLine(fee, longestFee)) return 'fee' as const;
  const { entry, event, match } = about;
  // A match is one of an event; an end is one of a card or of a match.
  const isHalf = (match !== undefined && event === undefined) || (entry !== undefined && event !== undefined);
  const hasEnd = about.end !== undefined && entry === undefined && match === undefined;
  return isHalf || hasEnd ? ('about' as const) : undefined;
}
