// Numbers to wear: where the archer stands, large enough to be read from behind the line, with the name and a code that opens the archer's own
// page. Two a page, to cut apart.

import type { Entry } from '../domain/facts.ts';
import { formatTarget } from '../domain/target.ts';
import { type Printed, paperOf, whereOf } from './asked.ts';
import { entriesByTarget } from './entry-order.ts';
import { type Mark, margin, type Page, type Sheets } from './paper.ts';

const perPage = 2;

export function bibs(printed: Printed): Sheets {
  const entries = entriesByTarget(printed);
  const paper = paperOf(printed);
  return {
    paper,
    count: Math.ceil(entries.length / perPage),
    page: (index): Page => {
      const middle = paper.height / 2;
      const marks: Mark[] = [{ kind: 'line', x1: 12, y1: middle, x2: paper.width - 12, y2: middle, width: 0.3 }];
      for (const [place, entry] of entries.slice(index * perPage, (index + 1) * perPage).entries()) {
        pushBib(marks, printed, entry, place * middle);
      }
      return marks;
    },
  };
}

function pushBib(marks: Mark[], printed: Printed, entry: Entry, top: number): void {
  const { state, address, competition } = printed;
  const { width: paperWidth, height } = paperOf(printed);
  const width = paperWidth - 2 * margin;
  const middle = paperWidth / 2;
  const bottom = top + height / 2;
  const qr = 92;
  const left = state.paper.logo === undefined ? margin : margin + 70;
  const heading = { kind: 'text', x: left, width: width - (left - margin) } as const;
  marks.push({ kind: 'logo', x: margin, y: top + 24, width: 60, height: 46 });
  marks.push({ ...heading, y: top + 28, text: state.name, size: 14, bold: true });
  marks.push({ ...heading, y: top + 48, text: whereOf(printed), size: 9, grey: true });
  const number = entry.target ? formatTarget(entry.target) : String(entry.number);
  marks.push({ kind: 'text', x: middle, y: top + 62, text: number, size: 160, bold: true, width, align: 'center' });
  const room = width - qr - 12;
  marks.push({ kind: 'text', x: margin, y: bottom - 118, text: entry.name, size: 30, bold: true, width: room });
  const details = [entry.club, entry.country].filter(Boolean).join(' · ');
  marks.push({ kind: 'text', x: margin, y: bottom - 78, text: details, size: 16, width: room });
  marks.push({ kind: 'text', x: margin, y: bottom - 52, text: entry.category, size: 16, bold: true, width: room });
  const text = `${address}/athlete/${encodeURIComponent(competition)}/${entry.number}`;
  marks.push({ kind: 'qr', x: paperWidth - margin - qr, y: bottom - qr - 28, size: qr, text });
}
