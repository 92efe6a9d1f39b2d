// What stands on every page of a list: whose competition it is above, which page and what state of the journal below.
import type { DocumentJournal } from '../domain/document/document.ts';
import { type Mark, margin, type Paper } from './paper.ts';

export interface Frame {
  readonly paper: Paper;
  readonly competition: string;
  /** Venue and days. */
  readonly where: string;
  readonly title: string;
  readonly journal: DocumentJournal | undefined;
  /** When it was printed, in words. */
  readonly printed: string;
  /** How far it can be relied on: official, under review. */
  readonly status?: string;
}

/** From the top of the page to the first mark of the content, and the same at the bottom. */
export const headHeight = 84;
export const footHeight = 52;

export function frameMarks({ paper, competition, where, title, journal, printed, status = '' }: Frame): Mark[] {
  const right = paper.width - margin;
  const width = paper.width - 2 * margin;
  const foot = paper.height - 40;
  const state = journal ? `${journal.facts} · ${journal.head.slice(0, 16)}` : '';
  const below = [printed, state].filter(Boolean).join(' · ');
  return [
    { kind: 'text', x: margin, y: 30, text: competition, size: 13, bold: true, width: width * 0.58 },
    { kind: 'text', x: right, y: 33, text: where, size: 9, width: width * 0.4, align: 'right', grey: true },
    { kind: 'line', x1: margin, y1: 51, x2: right, y2: 51, width: 1 },
    { kind: 'text', x: margin, y: 56, text: title, size: 12, width: width * 0.7 },
    { kind: 'text', x: right, y: 56, text: status, size: 10, bold: true, width: width * 0.28, align: 'right' },
    { kind: 'text', x: margin, y: foot, text: below, size: 7, width: width * 0.7, grey: true },
    { kind: 'pageNumber', x: right, y: foot },
  ];
}
