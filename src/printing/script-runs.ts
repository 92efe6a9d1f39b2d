// A text in pieces that are each set in one font, in the order in which they stand on paper: letters of other scripts have fonts of their own,
// and words that are written from the right stand the other way round. Lists read from the left, so a line does.
import { type FontFamily, lettersOfOthers, mainFont, otherFonts } from './font-files.ts';

export interface TextRun {
  readonly text: string;
  readonly font: FontFamily;
}

const spaced = /(\s+)/u;
/** Spaces and marks between two words of a script belong to it. */
const neutral = /[\s\p{P}\p{M}\u200c\u200d]/u;

export function textRuns(text: string): readonly TextRun[] {
  // Nearly every text.
  if (!lettersOfOthers.test(text)) return [{ text, font: mainFont }];
  return scriptRuns(text).flatMap((run) => (run.font.isRightToLeft ? turnedAround(run) : [run]));
}

function scriptRuns(text: string): readonly TextRun[] {
  const runs: { text: string; font: FontFamily }[] = [];
  /** What stands between two letters, until it is known whether the second is of the same script. */
  let between = '';
  for (const letter of text) {
    const last = runs.at(-1);
    if (last && last.font !== mainFont && neutral.test(letter)) {
      between += letter;
      continue;
    }
    const font = otherFonts.find(({ letters }) => letters.test(letter)) ?? mainFont;
    if (last?.font === font) last.text += between + letter;
    else {
      // Marks above and below a letter stay with it.
      const own = /^\p{M}+/u.exec(between)?.[0] ?? '';
      if (last) last.text += own;
      const rest = between.slice(own.length);
      if (font === mainFont || rest === '') runs.push({ text: rest + letter, font });
      else runs.push({ text: rest, font: mainFont }, { text: letter, font });
    }
    between = '';
  }
  const last = runs.at(-1);
  if (last) last.text += between;
  return runs;
}

/** Its words from the right; each is shaped, and its letters turned, by whoever draws it. */
function turnedAround({ text, font }: TextRun): readonly TextRun[] {
  return text
    .split(spaced)
    .filter(Boolean)
    .toReversed()
    .map((word) => ({ text: word, font }));
}
