// What a note is about, as an address has it and as people say it: `entry-5`, `butt-12`, `match-RM-2/1`.
import type { NoteAbout } from '../../../src/domain/judges-log/judges-log.ts';

/** Nothing for a text that says nothing of the kind. */
export function readAbout(item: string | undefined): NoteAbout {
  const [kind, first = '', ...rest] = (item ?? '').split('-');
  if (kind === 'entry' && /^\d{1,6}$/.test(first)) return { entry: Number(first) };
  if (kind === 'butt' && /^\d{1,4}$/.test(first)) return { butt: Number(first) };
  if (kind === 'match' && first !== '' && rest.length > 0) return { event: first, match: rest.join('-') };
  return {};
}

export function writeAbout({ entry, event, match, butt }: NoteAbout): string | undefined {
  if (entry !== undefined) return `entry-${entry}`;
  if (event !== undefined && match !== undefined) return `match-${event}-${match}`;
  return butt === undefined ? undefined : `butt-${butt}`;
}

/** Whether a note is about exactly this card, match or target. */
export function isAbout(about: NoteAbout, wanted: NoteAbout): boolean {
  if (wanted.entry !== undefined) return about.entry === wanted.entry;
  if (wanted.match !== undefined) return about.event === wanted.event && about.match === wanted.match;
  return wanted.butt !== undefined && about.butt === wanted.butt;
}
