// What both listeners by TLS are given: the pair as text for Node, and the files that hold it for uWebSockets.js.

export interface ServerCertificate {
  /** PEM. */
  readonly key: string;
  /** PEM, the server's own first. */
  readonly cert: string;
  readonly keyFile: string;
  readonly certFile: string;
  readonly validToMs: number;
}

/** A certificate that cannot be had or used; the message says what to do. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

export const dayMs = 24 * 3600_000;

/** 5 May 2026 */
export function formatDay(atMs: number): string {
  return new Date(atMs).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
