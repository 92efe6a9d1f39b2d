// Where published files go. A file is whole under its name or the one of before is.

export interface PublishTarget {
  /** Rejects with PublishError. */
  write(name: string, content: string): Promise<void>;
  /** What is there from an earlier run; undefined where that cannot be told. Rejects with PublishError. */
  read(name: string): Promise<string | undefined>;
}

/** The world's fault: said to a person, and tried again. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}
