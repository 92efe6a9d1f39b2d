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
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly size: number; readonly text: string };

export type Page = readonly Mark[];

/** Pages that are made one at a time: thousands of them never are in memory together. */
export interface Sheets {
  readonly paper: Paper;
  readonly count: number;
  /** From 0. */
  page(index: number): Page;
}

export const margin = 36;
