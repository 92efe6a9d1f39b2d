// The fonts of paper: Noto Sans for all that it has (Latin, Cyrillic, Greek, Vietnamese, Devanagari), others for the scripts that it has not.
// Files are by their place in the folder of fonts; the packager takes the same list.

export interface FontFamily {
  /** Which letters are its own. */
  readonly letters: RegExp;
  readonly plain: string;
  /** Where there is none the plain one is taken: two of five thousand letters would double what the program weighs. */
  readonly bold?: string;
  readonly isRightToLeft?: true;
}

function inBoth(folder: string, name: string): Pick<FontFamily, 'plain' | 'bold'> {
  return { plain: `${folder}/400Regular/${name}_400Regular.ttf`, bold: `${folder}/700Bold/${name}_700Bold.ttf` };
}

/** What stands in the brackets of a regular expression. */
const mainLetters =
  '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{Script=Common}\\p{Script=Inherited}';
const arabic = '\\p{Script=Arabic}';
const hebrew = '\\p{Script=Hebrew}';
const thai = '\\p{Script=Thai}';
const georgian = '\\p{Script=Georgian}';
const armenian = '\\p{Script=Armenian}';
const hangul = '\\p{Script=Hangul}';
/** With the marks that are Common but in no other font. */
const ideographs =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3000-\\u303f\\u30fb\\u30fc';

const anyOf = (letters: string) => new RegExp(`[${letters}]`, 'u');

export const mainFont: FontFamily = { letters: anyOf(mainLetters), ...inBoth('noto-sans', 'NotoSans') };

export const otherFonts: readonly FontFamily[] = [
  { letters: anyOf(arabic), ...inBoth('noto-sans-arabic', 'NotoSansArabic'), isRightToLeft: true },
  { letters: anyOf(hebrew), ...inBoth('noto-sans-hebrew', 'NotoSansHebrew'), isRightToLeft: true },
  { letters: anyOf(thai), ...inBoth('noto-sans-thai', 'NotoSansThai') },
  { letters: anyOf(georgian), ...inBoth('noto-sans-georgian', 'NotoSansGeorgian') },
  { letters: anyOf(armenian), ...inBoth('noto-sans-armenian', 'NotoSansArmenian') },
  { letters: anyOf(hangul), plain: 'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf' },
  // Ideographs in the Chinese form, which has them all, and the Japanese syllables.
  { letters: anyOf(ideographs), plain: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' },
];

export const fontFiles: readonly string[] = [mainFont, ...otherFonts].flatMap(({ plain, bold }) =>
  bold === undefined ? [plain] : [plain, bold],
);

const others = [arabic, hebrew, thai, georgian, armenian, hangul, ideographs].join('');
/** Whether a text needs more than the main font. */
export const lettersOfOthers = anyOf(others);
/** Of Common the pictures are none that a font of ours has. */
const unprintable = new RegExp(`[^${mainLetters}${others}]|\\p{Emoji_Presentation}`, 'u');

/** Whether any letter would be an empty box. */
export function hasUnprintable(text: string): boolean {
  return unprintable.test(text);
}
