// Finding people in a list: by any part of name, club, category or target, whatever the case and accents.

export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export function wordsOf(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/** Every word of the query must be in one of the texts. */
export function matches(query: string, ...texts: readonly string[]): boolean {
  const words = wordsOf(query);
  const whole = foldText(texts.join('\n'));
  return words.every((word) => whole.includes(word));
}
