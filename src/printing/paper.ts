// What a printed page is made of, as data: marks at places in points (1/72 inch) from the top left. Layouts make pages, draw-pages.ts draws
// them; so a layout is tested without a PDF, and a page is made only when it is drawn.

import type { PaperName } from '../wire/printables.ts';

export interface Paper {
  readonly width: number;
  readonly height: number;
}

export const papers: Readonly<Record<PaperName, Paper>> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
};

export interface TextMark {
  readonly kind: 'text';
  /** Left edge, right edge or middle, as `align` says. */
  readonly x: number;
  /** Of the line's top. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  /** The room: what does not fit is set smaller, and cut at last. */
  readonly width: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly grey?: boolean;
}

export type Mark =
  | TextMark
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly width: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      /** Width of the line around it; none by default. */
      readonly line?: number;
    }
  /** The competition's, as large as it fits in; nothing where it has none. */
  | {
      readonly kind: 'logo';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** `3 / 12`, of the whole document. */
  | { readonly kind: 'pageNumber'; readonly x: number; readonly y: number }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly size: number; readonly text: string };

export type Page = readonly Mark[];

/** Pages that are made one at a time: thousands of them never are in memory together. */
export interface Sheets {
  readonly paper: Paper;
  readonly count: number;
  /** From 0. */
  page(index: number): Page;
  /** Where some pages lie on another paper: those of brackets are turned. */
  readonly paperOf?: (index: number) => Paper;
  /** For the outline that readers of PDFs show, and for the contents of a book; in the order of the pages. */
  readonly headings?: readonly Heading[];
}

export interface Heading {
  readonly title: string;
  /** From 0. */
  readonly page: number;
  /** 0 for a part of the document, 1 for what is in it. */
  readonly level: 0 | 1;
}

export function turned({ width, height }: Paper): Paper {
  return { width: height, height: width };
}

/** One document of several. */
export function joinSheets(paper: Paper, parts: readonly Sheets[]): Sheets {
  const starts: number[] = [];
  let count = 0;
  for (const part of parts) {
    starts.push(count);
    count += part.count;
  }
  const at = (index: number) => {
    const which = starts.findLastIndex((start, part) => start <= index && (parts[part]?.count ?? 0) > 0);
    return { part: parts[which], inside: index - (starts[which] ?? 0) };
  };
  return {
    paper,
    count,
    page(index) {
      const { part, inside } = at(index);
      return part?.page(inside) ?? [];
    },
    paperOf(index) {
      const { part, inside } = at(index);
      return part ? paperAt(part, inside) : paper;
    },
    headings: parts.flatMap(({ headings = [] }, part) =>
      headings.map((heading) => ({ ...heading, page: heading.page + (starts[part] ?? 0) })),
    ),
  };
}

export function paperAt({ paper, paperOf }: Pick<Sheets, 'paper' | 'paperOf'>, index: number): Paper {
  return paperOf?.(index) ?? paper;
}

export const margin = 36;
