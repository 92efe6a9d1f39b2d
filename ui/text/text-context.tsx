// The page's language: chosen once, remembered, handed to every component.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { remember } from '../store/remember.ts';
import { placeOfLanguage, type Spoken } from './first-language.ts';
import { directionOf, type Language, loadCatalogue } from './languages.ts';
import { createTranslator, type Translator } from './translator.ts';

export interface Text extends Translator {
  choose(language: Language): void;
}

const TextContext = createContext<Text | undefined>(undefined);

interface TextProviderProps {
  readonly first: Spoken;
  readonly withDesk: boolean;
  readonly children: ReactNode;
}

export function TextProvider({ first, withDesk, children }: TextProviderProps) {
  const [{ language, messages }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const text = useMemo(
    () => ({
      ...createTranslator(language, messages),
      choose(next: Language) {
        remember(placeOfLanguage, next);
        loadCatalogue(next, { withDesk }).then(
          (loaded) => setSpoken({ language: next, messages: loaded }),
          // Its file cannot be fetched now. The page stays as it is and begins in the new language when it is next loaded.
          () => setSpoken((spoken) => spoken),
        );
      },
    }),
    [language, messages, withDesk],
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
