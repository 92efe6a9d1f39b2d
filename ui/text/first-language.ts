// Begins to fetch the language before anything else of a page is there: every page names this small script first (esbuild.config.mjs).
import { recall } from '../store/remember.ts';
import { isLanguage, type Language, loadCatalogue, type PageMessages, pickLanguage } from './languages.ts';

export const placeOfLanguage = 'language';

/** A language together with its messages: nothing is shown before they are here. */
export interface Spoken {
  readonly language: Language;
  readonly messages: PageMessages;
}

/** `?lang=` in any address decides for that page alone: a picture on air has nobody who could choose. */
const asked = new URLSearchParams(window.location.search).get('lang');
const language = isLanguage(asked)
  ? asked
  : pickLanguage(recall(placeOfLanguage), navigator.languages ?? [navigator.language]);
const pages = loadCatalogue(language, { withDesk: false });
// Whoever waits for it hears of a failure; nobody has to.
pages.catch(() => undefined);

export async function loadFirstLanguage({ withDesk }: { readonly withDesk: boolean }): Promise<Spoken> {
  const messages = withDesk ? await loadCatalogue(language, { withDesk }) : await pages;
  return { language, messages };
}
