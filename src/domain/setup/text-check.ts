// What people may write where a name is wanted: one line of text that a card and a board have room for.

/** Longer texts are a file gone wrong. */
export const longestName = 100;

const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Without control characters and line breaks, not blank, and no longer than so many letters. */
export function isOneLine(text: string, longest = longestName): boolean {
  return text.trim() !== '' && text.length <= longest && !control.test(text);
}
