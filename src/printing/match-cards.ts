// Cards for matches, of individuals and teams, two a page: both sides beside each other, a box for each arrow, the shoot-off, signatures, and
// a code that opens the match.
import { type End, isEndComplete } from '../domain/card/scorecard.ts';
import { type PlayedMatch, playEvent, type Seat } from '../domain/event/event-play.ts';
import { arrowPoints, type Side } from '../domain/match/match.ts';
import { findMatchFormat, type MatchFormat } from '../domain/match/match-format.ts';
import { type Printed, paperOf, whereOf } from './asked.ts';
import { type Mark, margin, type Page, type Sheets } from './paper.ts';
import { matchTitle } from './phases.ts';
import { type Grid, pushGrid } from './score-grid.ts';

interface Card {
  readonly event: string;
  readonly eventName: string;
  readonly played: PlayedMatch;
  readonly format: MatchFormat;
}

const perPage = 2;

export function matchCards(printed: Printed): Sheets {
  const cards = cardsOf(printed);
  const paper = paperOf(printed);
  const height = paper.height / perPage;
  return {
    paper,
    count: Math.ceil(cards.length / perPage),
    page: (index): Page => {
      const marks: Mark[] = [];
      for (const [place, card] of cards.slice(index * perPage, (index + 1) * perPage).entries()) {
        pushCard(marks, printed, card, { y: place * height, width: paper.width, height });
      }
      const middle = paper.height / 2;
      marks.push({ kind: 'line', x1: 12, y1: middle, x2: paper.width - 12, y2: middle, width: 0.3 });
      return marks;
    },
  };
}

/** Of one match whatever stands in it; else those to be shot by sides that are known, and those shot where what is scored is wanted. */
function cardsOf({ state, options: { event: wanted, match: only, filled } }: Printed): readonly Card[] {
  return [...state.events.values()].flatMap(({ setup }) => {
    if (wanted !== undefined && setup.id !== wanted) return [];
    return (playEvent(state, setup.id) ?? []).flatMap((played): readonly Card[] => {
      const { drawn, kind, match, score } = played;
      const format = findMatchFormat(state.ruleSetId, drawn.formatId);
      const isOpen = match !== undefined && (filled || score?.status.kind !== 'over');
      const isWanted = only === undefined ? kind === 'match' && isOpen : drawn.id === only;
      return format && isWanted ? [{ event: setup.id, eventName: setup.name, played, format }] : [];
    });
  });
}

interface Area {
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const headHeight = 92;
const footHeight = 66;
const sideGap = 18;

function pushCard(marks: Mark[], printed: Printed, card: Card, { y, width, height }: Area): void {
  pushHead(marks, printed, card, y, width);
  const own = (width - 2 * margin - sideGap) / 2;
  const room = height - headHeight - footHeight - 14;
  for (const side of ['a', 'b'] as const) {
    const x = margin + (side === 'a' ? 0 : own + sideGap);
    pushSide(marks, printed, card, side, { x, y: y + headHeight, width: own, height: room });
  }
  pushFoot(marks, printed, y + height - footHeight, width);
}

function pushHead(marks: Mark[], printed: Printed, { event, eventName, played }: Card, y: number, width: number): void {
  const { state, words, address, competition } = printed;
  const { drawn, slot } = played;
  const qr = 66;
  const room = width - 2 * margin - qr - 12;
  const butts = slot && (slot.butts.a === slot.butts.b ? `${slot.butts.a}` : `${slot.butts.a} / ${slot.butts.b}`);
  const place = slot && `${slot.at.replace('T', ' ')} · ${words('target')} ${butts}`;
  const phase = matchTitle(words, { ...drawn, pool: drawn.pool ?? null });
  const text = { kind: 'text', x: margin, width: room } as const;
  marks.push({ ...text, y: y + 24, text: `${state.name} · ${whereOf(printed)}`, size: 8.5, grey: true });
  marks.push({ ...text, y: y + 37, text: `${eventName} · ${phase}`, size: 15, bold: true });
  marks.push({ ...text, y: y + 59, text: place ?? '', size: 11 });
  const path = `/board/${encodeURIComponent(competition)}/events/${encodeURIComponent(event)}/${drawn.id.replace('/', '-')}`;
  marks.push({ kind: 'qr', x: width - margin - qr, y: y + 20, size: qr, text: `${address}${path}` });
}

function pushSide(
  marks: Mark[],
  printed: Printed,
  card: Card,
  side: Side,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const { played } = card;
  const seat = played.seats[side];
  const { x, y, width, height } = area;
  const seed = seat.kind === 'competitor' ? `${seat.seed}  ` : '';
  const result = 34;
  const room = width - result - 12;
  const right = x + width - result;
  const points = printed.options.filled && played.hasBegun ? String(played.score?.points[side] ?? '') : '';
  marks.push({ kind: 'box', x, y, width, height: 34, line: 1.2 });
  marks.push({ kind: 'text', x: x + 5, y: y + 1, text: seed + nameOf(seat), size: 13, bold: true, width: room });
  marks.push({ kind: 'text', x: x + 5, y: y + 19, text: detailsOf(printed, seat), size: 8, width: room });
  marks.push({ kind: 'box', x: right, y, width: result, height: 34, line: 1.2 });
  marks.push({
    ...{ kind: 'text', x: right + result / 2, y: y + 6, text: points, size: 17, bold: true },
    ...{ width: result - 4, align: 'center' },
  });
  pushGrid(marks, gridOf(printed, card, side), { x, y: y + 30, width, height: height - 30 });
}

function nameOf(seat: Seat): string {
  return seat.kind === 'competitor' ? seat.competitor.name : '';
}

/** The club of an archer; of a team who they are. */
function detailsOf({ state }: Printed, seat: Seat): string {
  if (seat.kind !== 'competitor') return '';
  const archers = seat.competitor.entries.flatMap((number) => state.entries.at(number) ?? []);
  const [first, ...others] = archers;
  if (others.length > 0) return archers.map(({ name }) => name).join(', ');
  return [first?.club, first?.country].filter(Boolean).join(' · ');
}

function gridOf({ words, options }: Printed, { played, format }: Card, side: Side): Grid {
  const isFilled = options.filled === true;
  const { card, match, score } = played;
  const isSet = format.system === 'set';
  const pointsOf = (end: End | undefined) =>
    isFilled && match && end && isEndComplete(end) ? String(arrowPoints(match, end)) : '';
  let running = 0;
  const ends = Array.from({ length: format.ends }, (_, index) => {
    const arrows = isFilled ? card.ends[index]?.[side] : undefined;
    const scored = isFilled ? score?.ends[index] : undefined;
    const gained = isSet ? scored?.setPoints?.[side] : scored?.counts ? scored.points[side] : undefined;
    running += gained ?? 0;
    const tail = [pointsOf(arrows), ...(isSet ? [gained === undefined ? '' : String(gained)] : [])];
    return {
      end: String(index + 1),
      arrows: shown(arrows),
      tail: [...tail, gained === undefined ? '' : String(running)],
    };
  });
  const last = card.shootOffs.at(-1)?.arrows[side];
  const blank = isSet ? ['', ''] : [''];
  const shootOff = {
    end: words.short('shootOff'),
    arrows: shown(isFilled ? last : undefined),
    tail: [pointsOf(last), ...blank],
    boxes: format.shootOffArrows,
  };
  return {
    title: '',
    first: words.short(isSet ? 'set' : 'end'),
    boxes: format.arrowsPerEnd,
    tail: [words.short('sum'), ...(isSet ? [words.short('points')] : []), words.short('running')],
    ends: [...ends, shootOff],
  };
}

function shown(end: End | undefined): readonly string[] {
  return end?.map((arrow) => arrow ?? '') ?? [];
}

function pushFoot(marks: Mark[], { words }: Printed, y: number, width: number): void {
  const own = (width - 2 * margin - 2 * sideGap) / 3;
  for (const [index, word] of (['archer', 'archer', 'judge'] as const).entries()) {
    const x = margin + index * (own + sideGap);
    marks.push({ kind: 'line', x1: x, y1: y + 34, x2: x + own, y2: y + 34, width: 0.8 });
    marks.push({ kind: 'text', x, y: y + 36, text: words(word), size: 8, width: own, grey: true });
  }
}
