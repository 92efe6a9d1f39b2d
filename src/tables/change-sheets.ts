// What was changed of cards and matches after it was first written: by whom, from where, before and after.
import type { Actor } from '../domain/actor.ts';
import type { End } from '../domain/card/scorecard.ts';
import type { DocumentCardChange, DocumentMatchChange } from '../domain/document/document.ts';
import type { Tabled } from './asked.ts';
import { timeCell } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { TableWords } from './words/words.ts';

interface Line {
  readonly at: number;
  readonly cells: readonly Cell[];
}

export function changesSheet(tabled: Tabled): Sheet {
  const { own, paper } = tabled.words;
  return {
    title: own('changes'),
    columns: [
      ...[own('when'), own('what'), own('entryNumber'), paper('name'), paper('match'), paper('end')],
      ...[own('was'), own('now'), own('by'), own('reason'), own('asked')],
    ],
    rows: [...cardLines(tabled), ...matchLines(tabled)].toSorted((a, b) => a.at - b.at).map(({ cells }) => cells),
  };
}

function* cardLines({ content, state, words }: Tabled): Generator<Line> {
  for (const { entry, changes = [] } of content.cards) {
    for (const change of changes) {
      const where = [entry, state.entries.at(entry)?.name ?? null, null, change.end ?? null];
      yield lineOf(change, where, change.standing ?? change.ruling ?? null, words);
    }
  }
}

function* matchLines({ content, words }: Tabled): Generator<Line> {
  for (const { setup, cards } of content.events) {
    for (const { match, changes = [] } of cards) {
      for (const change of changes) {
        const where = [null, null, `${setup.id} ${match}`, change.number ?? null];
        yield lineOf(change, where, change.attendance ?? change.closest ?? null, words);
      }
    }
  }
}

type Change = DocumentCardChange | DocumentMatchChange;

function lineOf(change: Change, where: readonly Cell[], what: string | null, { own }: TableWords): Line {
  const { at, kind, was, now, by, reason, actor } = change;
  const did = own(`did_${kind}`);
  return {
    at,
    cells: [
      ...[timeCell(at), what === null ? did : `${did}: ${what}`, ...where],
      ...[endText(was), endText(now), by, reason, askedBy(actor, own)],
    ],
  };
}

function endText(end: End | undefined): Cell {
  return end ? end.map((arrow) => arrow ?? '–').join(' ') : null;
}

function askedBy(actor: Actor, own: TableWords['own']): string {
  return own(`asked_${actor.role}`, actor.role === 'scorer' ? { device: actor.device } : {});
}
