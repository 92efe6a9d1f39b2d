// What the public is told beside the results, as the contract has it (wire/api-show.ts).
import { showSheetOf } from '../../domain/show/show-sheet.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { ShowView } from '../../wire/api-show.ts';

export function showViewOf({ at, state }: View): ShowView {
  const { announcements, underReview } = showSheetOf(state);
  return { position: at, announcements, underReview };
}
