// Codes from the appliance as sentences. A code that this page does not know (a newer appliance) still says something.
import type { Translator, Values } from './translator.ts';

export interface Coded {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
  /** The appliance's own English words, as the last resort. */
  readonly message?: string | undefined;
}

/** Every detail travels as text: plurals need numbers, and an empty text needs a name to be told apart. */
function asValue(key: string, text: string): string | number {
  if (key === 'retryAfterSeconds' || key === 'bad') return Number(text);
  return key === 'line' && text === '' ? 'none' : text;
}

const byFamily = (families: readonly string[]) =>
  function sentence({ find, t }: Translator, { code, details, message }: Coded): string {
    const values: Values = Object.fromEntries(Object.entries(details).map(([key, text]) => [key, asValue(key, text)]));
    for (const family of families) {
      const found = tryToFind(find, `${family}.${code}`, { message: message ?? code, ...values });
      if (found !== undefined) return found;
    }
    return t('error.unknown', { message: message ?? code });
  };

function tryToFind(find: Translator['find'], key: string, values: Values): string | undefined {
  try {
    return find(key, values);
  } catch {
    // A detail that the sentence needs did not come: another version of the appliance. Its own words are better than none.
    return undefined;
  }
}

export const sentenceOfRejection = byFamily(['rejection', 'error']);
export const sentenceOfError = byFamily(['access', 'error', 'rejection', 'file', 'deferral']);
export const sentenceOfImportProblem = byFamily(['import', 'rejection']);
export const sentenceOfFileProblem = byFamily(['file']);
export const sentenceOfClose = byFamily(['close']);

/** An age as words: seconds, then minutes, then hours. */
export function sentenceOfAge({ t }: Translator, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return t('age.seconds', { count: seconds });
  if (seconds < 3600) return t('age.minutes', { count: Math.floor(seconds / 60) });
  return t('age.hours', { count: Math.floor(seconds / 3600) });
}
