// What judges and the desk keep beside the scores: the judges' log with its protests, and the paper cards against the arrows.
import type { NoteAbout } from '../domain/judges-log/judges-log.ts';
import { paperStateOf } from '../domain/reconcile/paper-card.ts';
import type { Tabled } from './asked.ts';
import { timeCell } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { TableWords } from './words/words.ts';

export function judgesLogSheet({ state, words }: Tabled): Sheet {
  const { own, paper } = words;
  return {
    title: own('judgesLog'),
    columns: [
      ...[own('when'), own('kind'), own('entryNumber'), paper('name'), own('about'), own('said'), own('by')],
      ...[own('fee'), own('outcome'), own('decision'), own('decidedBy')],
    ],
    rows: Array.from(state.judgesLog.values(), ({ at, sort, about, text, by, fee, ending }): Cell[] => {
      const name = about.entry === undefined ? null : (state.entries.at(about.entry)?.name ?? null);
      return [
        ...[timeCell(at), own(`note_${sort}`), about.entry ?? null, name, placeOf(about, words), text, by],
        ...[fee ?? null, ending ? own(`outcome_${ending.outcome}`) : null, ending?.text ?? null, ending?.by ?? null],
      ];
    }),
  };
}

function placeOf({ butt, event, match, end }: NoteAbout, { paper }: TableWords): string {
  return [
    butt === undefined ? '' : `${paper('target')} ${butt}`,
    [event, match].filter(Boolean).join(' '),
    end === undefined ? '' : `${paper('end')} ${end}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Of every entry whose card has something on paper, or is waived. */
export function papersSheet({ state, words: { own, paper } }: Tabled): Sheet {
  return {
    title: own('papers'),
    columns: [
      ...[own('entryNumber'), paper('name'), paper('category'), own('paperState'), own('onPaper'), own('typedBy')],
      ...[own('counts'), own('by'), own('reason')],
    ],
    rows: lines(),
  };

  function* lines(): Generator<readonly Cell[]> {
    for (const { number, name, category } of state.entries.values()) {
      const notes = state.notes.at(number)?.paper;
      if (!notes) continue;
      const { count, settled, waived } = notes;
      yield [
        ...[number, name, category, own(`paper_${paperStateOf(state, number)}`)],
        ...[count?.total ?? null, count?.by ?? null, settled?.now.total ?? null],
        ...[(settled ?? waived)?.by ?? null, (settled ?? waived)?.reason ?? null],
      ];
    }
  }
}
