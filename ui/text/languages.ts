// Which languages there are, and where each one's messages lie. To add one: a folder and two files like id/, id.ts and id-desk.ts, and a
// line here; the compiler says what is missing.
import type { Catalogue } from './en.ts';
import type { DeskCatalogue } from './en-desk.ts';

interface LanguageLine {
  readonly code: string;
  /** In its own tongue. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  load(): Promise<Catalogue>;
  loadDesk(): Promise<DeskCatalogue>;
}

/** A page fetches only the messages of the language that it speaks. */
export const languages = [
  {
    ...{ code: 'en', name: 'English', direction: 'ltr' },
    load: async () => (await import('./en.ts')).en,
    loadDesk: async () => (await import('./en-desk.ts')).enDesk,
  },
  {
    ...{ code: 'id', name: 'Bahasa Indonesia', direction: 'ltr' },
    load: async () => (await import('./id.ts')).id,
    loadDesk: async () => (await import('./id-desk.ts')).idDesk,
  },
  {
    ...{ code: 'fr', name: 'Français', direction: 'ltr' },
    load: async () => (await import('./fr.ts')).fr,
    loadDesk: async () => (await import('./fr-desk.ts')).frDesk,
  },
] as const satisfies readonly LanguageLine[];

export type Language = (typeof languages)[number]['code'];

/** PageMessages by their names: those of a page. */
export type PageMessages = Readonly<Record<string, string>>;

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

export async function loadCatalogue(
  language: Language,
  { withDesk }: { readonly withDesk: boolean },
): Promise<PageMessages> {
  const line = lineOf(language);
  const [pages, desk] = await Promise.all([line.load(), withDesk ? line.loadDesk() : undefined]);
  return { ...pages, ...desk };
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return lineOf(language).direction;
}

function lineOf(language: Language): LanguageLine {
  return languages.find(({ code }) => code === language) ?? languages[0];
}
