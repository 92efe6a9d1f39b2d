// The fonts of paper: Noto Sans for all that it has (Latin, Cyrillic, Greek, Vietnamese, Devanagari), others for the scripts that it has not.
// Files are by their place in the folder of fonts; the packager takes the same list.

export interface FontFamily {
  /** Which letters are its own; of the first, whatever no other has. */
  readonly letters: RegExp;
  readonly plain: string;
  /** Where there is none the plain one is taken: two of five thousand letters would double what the program weighs. */
  readonly bold?: string;
  readonly isRightToLeft?: true;
}

function inBoth(folder: string, name: string): Pick<FontFamily, 'plain' | 'bold'> {
  return { plain: `${folder}/400Regular/${name}_400Regular.ttf`, bold: `${folder}/700Bold/${name}_700Bold.ttf` };
}

export const mainFont: FontFamily = { letters: /./u, ...inBoth('noto-sans', 'NotoSans') };

export const otherFonts: readonly FontFamily[] = [
  { letters: /\p{Script=Arabic}/u, ...inBoth('noto-sans-arabic', 'NotoSansArabic'), isRightToLeft: true },
  { letters: /\p{Script=Hebrew}/u, ...inBoth('noto-sans-hebrew', 'NotoSansHebrew'), isRightToLeft: true },
  { letters: /\p{Script=Thai}/u, ...inBoth('noto-sans-thai', 'NotoSansThai') },
  { letters: /\p{Script=Georgian}/u, ...inBoth('noto-sans-georgian', 'NotoSansGeorgian') },
  { letters: /\p{Script=Armenian}/u, ...inBoth('noto-sans-armenian', 'NotoSansArmenian') },
  { letters: /\p{Script=Hangul}/u, plain: 'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf' },
  // Ideographs in the Chinese form, which has them all, and the Japanese syllables.
  {
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc]/u,
    plain: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
];

export const fontFiles: readonly string[] = [mainFont, ...otherFonts].flatMap(({ plain, bold }) =>
  bold === undefined ? [plain] : [plain, bold],
);

const covered =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]/u;
const pictures = /\p{Emoji_Presentation}/u;

/** Whether any letter would be an empty box. Of Common the pictures are none that a font of ours has. */
export function hasUnprintable(text: string): boolean {
  return Array.from(text).some(
    (letter) =>
      (!covered.test(letter) && !otherFonts.some(({ letters }) => letters.test(letter))) || pictures.test(letter),
  );
}
