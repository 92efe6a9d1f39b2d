// Aligned columns of text for a terminal.
import { plain } from './output.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

const segments = new Intl.Segmenter();

/** What a reader sees as letters: an accent of its own takes no place. */
function widthOf(text: string): number {
  return [...segments.segment(text)].length;
}

/** Lines without an end of line; columns that are empty in every row are left out. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const shown = columns.flatMap((column, index) => {
    const cells = rows.map((row) => plain(row[index] ?? ''));
    return cells.some((cell) => cell !== '') ? [{ ...column, cells }] : [];
  });
  const widths = shown.map(({ title, cells }) => Math.max(widthOf(title), ...cells.map(widthOf)));
  const line = (cellOf: (column: (typeof shown)[number]) => string) =>
    shown
      .map((column, index) => {
        const cell = cellOf(column);
        const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return column.align === 'right' ? blank + cell : cell + blank;
      })
      .join('  ')
      .trimEnd();
  return [line(({ title }) => title), ...rows.map((_, row) => line(({ cells }) => cells[row] ?? ''))];
}
