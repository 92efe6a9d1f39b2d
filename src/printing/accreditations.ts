// Cards to wear round the neck: archers in the order of their names, then officials; eight a sheet, to cut apart.
import type { Entry } from '../domain/facts.ts';
import type { Official } from '../domain/paper/paper.ts';
import { formatTarget } from '../domain/target.ts';
import { type Printed, paperOf, whereOf } from './asked.ts';
import { entriesByName } from './entry-order.ts';
import type { Mark, Page, Sheets } from './paper.ts';

const columns = 2;
const rows = 4;
const perPage = columns * rows;
/** Around the cards of a sheet. */
const edge = 20;

interface Holder {
  readonly name: string;
  readonly club: string;
  /** A category, or what an official does. */
  readonly role: string;
  readonly number: string;
  readonly isOfficial: boolean;
  /** Of the holder's own page, where there is one. */
  readonly path: string;
}

export function accreditations(printed: Printed): Sheets {
  const { state, competition, options } = printed;
  const id = encodeURIComponent(competition);
  const officials = options.category === undefined ? state.paper.officials : [];
  const holders = [
    ...entriesByName(printed).map((entry) => holderOf(printed, entry, `/athlete/${id}/${entry.number}`)),
    ...officials.map((official) => officialHolder(official, `/board/${id}`)),
  ];
  const paper = paperOf(printed);
  return {
    paper,
    count: Math.ceil(holders.length / perPage),
    page: (index): Page => {
      const marks: Mark[] = [];
      const width = (paper.width - 2 * edge) / columns;
      const height = (paper.height - 2 * edge) / rows;
      for (const [place, holder] of holders.slice(index * perPage, (index + 1) * perPage).entries()) {
        const x = edge + (place % columns) * width;
        const y = edge + Math.floor(place / columns) * height;
        pushCard(marks, printed, holder, { x, y, width, height });
      }
      return marks;
    },
  };
}

function holderOf({ state }: Printed, { name, club, country, category, target }: Entry, path: string): Holder {
  return {
    name,
    club: [club, country].filter(Boolean).join(' · '),
    role: state.categories.get(category)?.name ?? category,
    number: target ? formatTarget(target) : '',
    isOfficial: false,
    path,
  };
}

function officialHolder({ name, role }: Official, path: string): Holder {
  return { name, club: '', role, number: '', isOfficial: true, path };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function pushCard(marks: Mark[], printed: Printed, holder: Holder, { x, y, width, height }: Area): void {
  const { state, words, address } = printed;
  const left = x + 12;
  const room = width - 24;
  const hasLogo = state.paper.logo !== undefined;
  const headLeft = hasLogo ? left + 44 : left;
  const headRoom = hasLogo ? room - 44 : room;
  const qr = 62;
  marks.push({ kind: 'box', x, y, width, height, line: 0.3 });
  marks.push({ kind: 'logo', x: left, y: y + 10, width: 38, height: 30 });
  marks.push({ kind: 'text', x: headLeft, y: y + 11, text: state.name, size: 10, bold: true, width: headRoom });
  marks.push({ kind: 'text', x: headLeft, y: y + 26, text: whereOf(printed), size: 7, width: headRoom, grey: true });
  marks.push({ kind: 'text', x: left, y: y + 48, text: holder.name, size: 19, bold: true, width: room });
  marks.push({ kind: 'text', x: left, y: y + 76, text: holder.club, size: 11, width: room });
  const bandTop = y + height - qr - 14;
  const bandRoom = room - qr - 8;
  marks.push({ kind: 'text', x: left, y: bandTop, text: holder.role, size: 12, bold: true, width: bandRoom });
  const kind = words(holder.isOfficial ? 'official' : 'archer');
  marks.push({ kind: 'text', x: left, y: bandTop + 18, text: kind, size: 8, width: bandRoom, grey: true });
  marks.push({ kind: 'text', x: left, y: bandTop + 28, text: holder.number, size: 24, bold: true, width: bandRoom });
  marks.push({ kind: 'qr', x: x + width - qr - 10, y: bandTop, size: qr, text: `${address}${holder.path}` });
}
