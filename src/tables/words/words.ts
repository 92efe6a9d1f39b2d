// The words of tables in one language: their own, and those of paper where it has them.
import type { PrintWord } from '../../printing/words/en.ts';
import { wordsIn } from '../../printing/words/words.ts';
import type { TableLanguage } from '../../wire/tables.ts';
import { en, type TableCatalogue, type TableWord } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';

const catalogues: Readonly<Record<TableLanguage, TableCatalogue>> = { en, id, fr };
type Details = Readonly<Record<string, string | number>>;

export interface TableWords {
  readonly own: (word: TableWord, details?: Details) => string;
  readonly paper: (word: PrintWord) => string;
}

export function tableWordsIn(language: TableLanguage): TableWords {
  const paper = wordsIn([language]);
  return {
    own: (word, details = {}) =>
      catalogues[language][word].replaceAll(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '')),
    paper,
  };
}

/** In every language: what somebody may have called a column, or written into it. */
export function inAllLanguages(word: TableWord): readonly string[] {
  return Object.values(catalogues).map((catalogue) => catalogue[word]);
}
