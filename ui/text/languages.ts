// Which languages there are, and where each one's messages lie. To add one: a folder and a file like id/ and id.ts, and a line here.
import type { Catalogue } from './en.ts';

/** Each named in its own tongue. A page fetches only the messages of the language that it speaks. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr', load: async (): Promise<Catalogue> => (await import('./en.ts')).en },
  { code: 'id', name: 'Bahasa Indonesia', direction: 'ltr', load: async () => (await import('./id.ts')).id },
  { code: 'fr', name: 'Français', direction: 'ltr', load: async () => (await import('./fr.ts')).fr },
] as const satisfies readonly LanguageLine[];

interface LanguageLine {
  readonly code: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  load(): Promise<Catalogue>;
}

export type Language = (typeof languages)[number]['code'];

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && languages.some(({ code }) => code === text);
}

/** The remembered language, or the first of the browser's that we have, or English. */
export function pickLanguage(remembered: string | null, preferred: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered;
  for (const tag of preferred) {
    // `in` is what old Java and Android systems call Indonesian.
    const code = tag.toLowerCase().split('-')[0];
    if (code === 'in') return 'id';
    if (isLanguage(code)) return code;
  }
  return 'en';
}

export function loadCatalogue(language: Language): Promise<Catalogue> {
  return lineOf(language).load();
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return lineOf(language).direction;
}

function lineOf(language: Language): LanguageLine {
  return languages.find(({ code }) => code === language) ?? languages[0];
}
