// A page for each butt to pin up: its number, large, who shoots there, and the code by which a tablet joins.
import { invariant } from '../kit/invariant.ts';
import { frameOf, type Printed, paperOf } from './asked.ts';
import { type Mark, margin, type Page, type Sheets } from './paper.ts';

export function targetCards(printed: Printed): Sheets {
  const { joinPaths } = printed;
  const butts = [...joinPaths.keys()].sort((a, b) => a - b);
  return {
    paper: paperOf(printed),
    count: butts.length,
    page: (index) => {
      const butt = butts[index];
      invariant(butt !== undefined, 'a page that is asked for is there');
      return targetPage(printed, butt);
    },
  };
}

function targetPage(printed: Printed, butt: number): Page {
  const { state, words, address, joinPaths } = printed;
  const { paper, competition, where } = frameOf(printed, 'targetCards');
  const middle = paper.width / 2;
  const width = paper.width - 2 * margin;
  const qr = 210;
  const qrTop = paper.height - qr - 66;
  const link = `${address}${joinPaths.get(butt) ?? ''}`;
  const marks: Mark[] = [
    { kind: 'text', x: middle, y: 34, text: competition, size: 16, bold: true, width, align: 'center' },
    { kind: 'text', x: middle, y: 58, text: where, size: 10, width, align: 'center', grey: true },
    { kind: 'text', x: middle, y: 60, text: String(butt), size: 220, bold: true, width, align: 'center' },
    { kind: 'qr', x: middle - qr / 2, y: qrTop, size: qr, text: link },
    { kind: 'text', x: middle, y: qrTop + qr + 6, text: words('join'), size: 12, width, align: 'center' },
  ];
  const entries = (state.entriesByButt.at(butt) ?? []).flatMap((number) => state.entries.at(number) ?? []);
  for (const [index, { target, name, club, category }] of entries.entries()) {
    const y = 352 + index * Math.min(44, (qrTop - 362) / entries.length);
    const details = [club, category].filter(Boolean).join(' · ');
    marks.push({ kind: 'text', x: margin, y, text: target?.letter ?? '', size: 20, bold: true, width: 26 });
    marks.push({ kind: 'text', x: margin + 34, y: y + 1, text: name, size: 17, width: width * 0.52 });
    const right = paper.width - margin;
    marks.push({ kind: 'text', x: right, y: y + 7, text: details, size: 11, width: width * 0.38, align: 'right' });
  }
  return marks;
}
