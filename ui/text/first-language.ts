// Begins to fetch the language before anything else of a page is there: every page names this small script first (esbuild.config.mjs).
import { recall } from '../store/remember.ts';
import { type Language, loadCatalogue, type PageMessages, pickLanguage } from './languages.ts';

export const placeOfLanguage = 'language';

/** A language together with its messages: nothing is shown before they are here. */
export interface Spoken {
  readonly language: Language;
  readonly messages: PageMessages;
}

const language = pickLanguage(recall(placeOfLanguage), navigator.languages ?? [navigator.language]);
const pages = loadCatalogue(language, { withDesk: false });
// Whoever waits for it hears of a failure; nobody has to.
pages.catch(() => undefined);

export async function loadFirstLanguage({ withDesk }: { readonly withDesk: boolean }): Promise<Spoken> {
  const messages = withDesk ? await loadCatalogue(language, { withDesk }) : await pages;
  return { language, messages };
}
