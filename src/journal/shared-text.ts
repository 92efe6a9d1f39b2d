// What nodes share and must never be forgotten: one text under one name, without a time to live, changed only by comparing first. In
// Redis beside the journal; a twin in memory for tests.

export interface SharedText {
  /** Undefined when nobody has written it yet. Throws JournalUnavailableError. */
  get(): Promise<string | undefined>;
  /** False when it is not `seen` any more: nothing is changed then. Throws JournalUnavailableError; then the outcome is unknown. */
  replace(seen: string | undefined, text: string): Promise<boolean>;
}
