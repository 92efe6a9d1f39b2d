// What doctor found out about one thing: how it is, and what a person can do about it.

export interface Finding {
  readonly subject: string;
  readonly level: 'ok' | 'warn' | 'bad';
  readonly words: string;
  /** Undefined where there is nothing to do. */
  readonly todo?: string | undefined;
}

export const ok = (subject: string, words: string): Finding => ({ subject, level: 'ok', words });
export const warn = (subject: string, words: string, todo: string): Finding => ({
  subject,
  level: 'warn',
  words,
  todo,
});
export const bad = (subject: string, words: string, todo: string): Finding => ({ subject, level: 'bad', words, todo });
