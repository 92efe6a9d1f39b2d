// What a competition has for its printed pages only: who the officials are, the text of its certificates, its logo. Facts like all else, so
// that backups, nodes and a standby carry them.

export interface Official {
  readonly name: string;
  /** In the organiser's words: chair of the judges, director of shooting. */
  readonly role: string;
}

/** The words in braces that a certificate's text may have, each replaced for who gets it. */
export const certificateWords = [
  'name',
  'club',
  'country',
  'place',
  'rank',
  'score',
  'category',
  'event',
  'competition',
  'venue',
  'date',
] as const;
export type CertificateWord = (typeof certificateWords)[number];

export interface Certificate {
  readonly title: string;
  /** Lines of it; the one that is the name alone is set largest. */
  readonly text: string;
  /** What stands under each line to sign on, from the left. */
  readonly signatures: readonly string[];
}

export interface Paper {
  readonly officials: readonly Official[];
  /** Undefined: the ordinary one, in the language that is printed. */
  readonly certificate: Certificate | undefined;
  /** A PNG or JPEG, in base64. */
  readonly logo: string | undefined;
}

export const emptyPaper: Paper = { officials: [], certificate: undefined, logo: undefined };

const placeholder = /\{([^{}]*)\}/g;

export function filledIn(text: string, words: Readonly<Record<CertificateWord, string>>): string {
  return text.replaceAll(placeholder, (whole, word: string) => (isCertificateWord(word) ? words[word] : whole));
}

/** The first word in braces that is none. */
export function findUnknownWord(text: string): string | undefined {
  return Array.from(text.matchAll(placeholder), ([, word = '']) => word).find((word) => !isCertificateWord(word));
}

function isCertificateWord(word: string): word is CertificateWord {
  return certificateWords.some((each) => each === word);
}
