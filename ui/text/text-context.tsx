// The page's language: chosen once, remembered, handed to every component.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { recall, remember } from '../store/remember.ts';
import { createTranslator, type Language, pickLanguage, type Translator } from './translator.ts';

export interface Text extends Translator {
  choose(language: Language): void;
}

const TextContext = createContext<Text | undefined>(undefined);
const place = 'language';

export function TextProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    pickLanguage(recall(place), navigator.languages ?? [navigator.language]),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const text = useMemo(
    () => ({
      ...createTranslator(language),
      choose(next: Language) {
        remember(place, next);
        setLanguage(next);
      },
    }),
    [language],
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
