// The page's language: chosen once, remembered, handed to every component.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { recall, remember } from '../store/remember.ts';
import type { Catalogue } from './en.ts';
import { directionOf, type Language, loadCatalogue, pickLanguage } from './languages.ts';
import { createTranslator, type Translator } from './translator.ts';

export interface Text extends Translator {
  choose(language: Language): void;
}

/** A language together with its messages: nothing is shown before they are here. */
export interface Spoken {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

const TextContext = createContext<Text | undefined>(undefined);
const place = 'language';

export async function loadFirstLanguage(): Promise<Spoken> {
  const language = pickLanguage(recall(place), navigator.languages ?? [navigator.language]);
  return { language, catalogue: await loadCatalogue(language) };
}

export function TextProvider({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [{ language, catalogue }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const text = useMemo(
    () => ({
      ...createTranslator(language, catalogue),
      choose(next: Language) {
        remember(place, next);
        loadCatalogue(next).then(
          (messages) => setSpoken({ language: next, catalogue: messages }),
          // Its file cannot be fetched now. The page stays as it is and begins in the new language when it is next loaded.
          () => setSpoken((spoken) => spoken),
        );
      },
    }),
    [language, catalogue],
  );
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText outside of TextProvider');
  return text;
}

/** The title of the browser's tab: the most particular first. */
export function useTitle(...parts: readonly (string | undefined)[]) {
  const title = [...parts.filter(Boolean), 'Tenring'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
