// The shape of a catalogue: the same messages in every language, ICU syntax, no markup. An area of the program is one file in
// each language's folder, so that people who work on different screens do not meet; en/ decides which messages there are.

/** A translation of an area: the compiler names every message that is missing and every one that English does not have. */
export type Messages<English> = Readonly<Record<keyof English, string>>;
