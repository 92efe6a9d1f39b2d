// A leaderboard as a person reads it from the page.
import type { Page } from 'playwright-core';

/** Name, arrows and total of each row; without the arrows of movement, which each page works out for itself. */
export function boardRows(page: Page): Promise<readonly string[]> {
  return page.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      (row.textContent ?? '')
        .replace(/\s+/g, ' ')
        .replace(/[▲▼]\d*/g, '')
        .trim(),
    ),
  );
}
