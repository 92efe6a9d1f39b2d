// The parts of the scoring page that come after its first words, so that an old tablet has less to read before it shows its target. The
// service worker puts them away with everything else; without one they are fetched as soon as something is painted, long before the Wi-Fi
// may be gone. Imports that are made while a page runs are allowed here and for languages only (.dependency-cruiser.cjs).
import { browserParts } from '../parts/browser-parts.ts';
import { createLaterPart } from '../parts/later-part.ts';

export const laterParts = {
  sheets: createLaterPart('sheets-part', async () => (await import('./sheets-part.ts')).sheetsPart, browserParts),
  matches: createLaterPart('matches-part', async () => (await import('./matches-part.ts')).matchesPart, browserParts),
} as const;

export function fetchLaterParts(): void {
  laterParts.sheets.fetch();
  laterParts.matches.fetch();
}
