// Eliminations drawn: the tree of a bracket over turned pages, both halves of a double elimination, matches for places, tables of pools.
import type { MatchResult } from '../interchange/match-results.ts';
import type { EventResult } from '../interchange/results.ts';
import { frameOf, type Printed, paperOf } from './asked.ts';
import { columnTitleHeight, type DrawnTree, pushTree, treeHeight } from './bracket-tree.ts';
import { type TreeColumn, treeWindows } from './bracket-windows.ts';
import { type Frame, footHeight, frameMarks, headHeight } from './page-frame.ts';
import { joinSheets, type Mark, margin, type Page, type Sheets, turned } from './paper.ts';
import { phaseTitle } from './phases.ts';
import { poolSheets } from './pools.ts';
import { statusOfEvent } from './status.ts';
import type { Words } from './words/words.ts';

export function bracketSheets(printed: Printed): Sheets {
  const { event: wanted } = printed.options;
  const events = printed.results().events.filter(({ event, isDrawn }) => isDrawn && (wanted ?? event) === event);
  const paper = paperOf(printed);
  return joinSheets(
    paper,
    events.map((event): Sheets => {
      const sheets = joinSheets(paper, [poolSheets(printed, event), treeSheets(printed, event)]);
      return { ...sheets, headings: sheets.count > 0 ? [{ title: event.name, page: 0, level: 1 }] : [] };
    }),
  );
}

/** A tree under a title; several small ones share a page. */
interface Piece extends DrawnTree {
  readonly title: string;
}

const titleHeight = 20;
const pieceGap = 10;

function treeSheets(printed: Printed, event: EventResult): Sheets {
  const { words } = printed;
  const paper = turned(paperOf(printed));
  const title = `${words('brackets')}: ${event.name}`;
  const status = statusOfEvent(printed, event.event);
  const frame: Frame = { ...frameOf(printed, 'brackets'), paper, title, ...(status && { status: words(status) }) };
  const pages = packed(piecesOf(event, words, paper.height - headHeight - footHeight), paper.height);
  return { paper, count: pages.length, page: (index) => pageOf(frame, pages[index] ?? [], words) };
}

function pageOf(frame: Frame, pieces: readonly Piece[], words: Words): Page {
  const marks: Mark[] = frameMarks(frame);
  const width = frame.paper.width - 2 * margin;
  let top = headHeight;
  for (const piece of pieces) {
    marks.push({ kind: 'text', x: margin, y: top, text: piece.title, size: 10.5, bold: true, width });
    pushTree(marks, piece, { x: margin, y: top + titleHeight, width }, words);
    top += heightOf(piece);
  }
  return marks;
}

function heightOf(piece: Piece): number {
  const below = piece.below ? piece.rowHeight : 0;
  return titleHeight + Math.max(treeHeight(piece), columnTitleHeight + below * 2) + pieceGap;
}

function packed(pieces: readonly Piece[], paperHeight: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [];
  let top = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const height = heightOf(piece);
    if (top + height > paperHeight - footHeight + pieceGap) {
      pages.push([]);
      top = headHeight;
    }
    pages.at(-1)?.push(piece);
    top += height;
  }
  return pages;
}

function piecesOf(event: EventResult, words: Words, room: number): readonly Piece[] {
  const of = (section: MatchResult['section']) => event.matches.filter((match) => match.section === section);
  const bracket = of('bracket');
  const tops = [...new Set(bracket.map(({ topPlace }) => topPlace))].sort((a, b) => a - b);
  const bronze = bracket.find(({ topPlace, level }) => topPlace === 3 && level === 1);
  const trees = tops
    .filter((top) => top !== 3)
    .map((top) => ({
      title: top === 1 ? '' : words('placesFrom', { from: top }),
      columns: columnsOf(
        bracket.filter(({ topPlace }) => topPlace === top),
        'falling',
        words,
      ),
      bronze: top === 1 ? bronze : undefined,
    }));
  const halves = (['upper', 'lower', 'final'] as const).map((section) => ({
    title: section === 'final' ? '' : words(section === 'upper' ? 'upperHalf' : 'lowerHalf'),
    columns: columnsOf(of(section), 'rising', words),
    bronze: undefined,
  }));
  return [...trees, ...halves].flatMap((tree) => piecesOfTree(tree, words, room));
}

interface Tree {
  readonly title: string;
  readonly columns: readonly TreeColumn<MatchResult>[];
  readonly bronze: MatchResult | undefined;
}

function piecesOfTree({ title, columns, bronze }: Tree, words: Words, room: number): readonly Piece[] {
  return treeWindows(columns).map((window): Piece => {
    const rows = window.columns[0]?.matches.length ?? 1;
    const space = room - titleHeight - columnTitleHeight - pieceGap;
    const phases = [window.columns[0]?.title, window.columns.length > 1 ? window.columns.at(-1)?.title : undefined];
    const part = window.parts > 1 ? words('partOf', { part: window.part, parts: window.parts }) : '';
    return {
      window,
      title: [title, phases.filter(Boolean).join(' – '), part].filter(Boolean).join(' · '),
      rowHeight: Math.min(52, space / rows),
      ...(bronze && !window.goesOn && { below: { title: words.short('bronzeMatch'), match: bronze } }),
    };
  });
}

/** Levels of a bracket fall to 1, rounds of a double elimination rise. */
function columnsOf(
  matches: readonly MatchResult[],
  order: 'falling' | 'rising',
  words: Words,
): readonly TreeColumn<MatchResult>[] {
  const shot = matches.filter(({ kind }) => kind !== 'notNeeded');
  const levels = [...new Set(shot.map(({ level }) => level))].sort((a, b) => (order === 'falling' ? b - a : a - b));
  return levels.map((level) => {
    const own = shot.filter((match) => match.level === level);
    const [first] = own;
    return { title: first ? phaseTitle(words, first) : '', matches: own };
  });
}
