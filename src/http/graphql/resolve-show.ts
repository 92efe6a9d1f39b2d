// Announcements and reviews by the schema's names.
import type { Competition } from '../../domain/competition.ts';
import { showSheetOf } from '../../domain/show/show-sheet.ts';

export type ShowSource = ReturnType<typeof showSourceOf>;

export function showSourceOf(state: Competition) {
  const { announcements, underReview } = showSheetOf(state);
  return { announcements, underReview: underReview.map(({ held, at }) => ({ ...held, at })) };
}
