// Which match: by the draw's names, as one text.
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';

export function matchKey({ event, match }: Pick<SheetMatch, 'event' | 'match'>): string {
  return `${event}/${match}`;
}
