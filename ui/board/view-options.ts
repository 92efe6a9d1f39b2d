// How a board is shown: as a page for one person, as a big screen that runs by itself, or as nothing but the shooting clock.

export type Layout = 'list' | 'screen' | 'clock';

/** `?clock`, `?tv=1` and `?tv=0` decide; otherwise a large lying screen is taken for a big one. */
export function layoutOf(search: string, width: number, height: number): Layout {
  const options = new URLSearchParams(search);
  if (options.has('clock')) return 'clock';
  const asked = options.get('tv');
  if (asked !== null) return asked === '0' ? 'list' : 'screen';
  return width >= 1900 && height >= 900 && width > height ? 'screen' : 'list';
}

/** Which clock `?clock=` asks for, by its key: `2` for session 2, `RM/1/1` for a match; undefined for whichever goes. */
export function clockOf(search: string): string | undefined {
  return new URLSearchParams(search).get('clock') || undefined;
}

/** The same address with the layout asked for. */
export function withLayout(search: string, layout: Exclude<Layout, 'clock'>): string {
  const options = new URLSearchParams(search);
  options.set('tv', layout === 'screen' ? '1' : '0');
  return `?${options.toString()}`;
}

/** One screenful: which rows of which category. */
export interface Slide {
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** Every page is full but the last, so that a rank always stands in the same place. */
export function slidesOf(rowCount: number, rowsPerPage: number): readonly Slide[] {
  const fit = Math.max(1, rowsPerPage);
  const pages = Math.max(1, Math.ceil(rowCount / fit));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    from: index * fit,
    to: Math.min(rowCount, (index + 1) * fit),
  }));
}

/** How long a slide stays: long enough to read its rows. */
export function slideMs(rows: number): number {
  return Math.min(20_000, 6_000 + rows * 700);
}
