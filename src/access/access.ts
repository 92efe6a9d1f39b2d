// Who may do what: the organiser's desk (one-time code on first start, then a password, then sessions) and scoring devices (joined by a
// target's QR code or a short code typed in). Tokens are kept as hashes only.

export type AccessRefusal =
  | { readonly code: 'wrongCode' }
  | { readonly code: 'wrongPassword' }
  | { readonly code: 'passwordTooShort'; readonly shortest: number }
  | { readonly code: 'tooManyTries'; readonly retryAfterSeconds: number }
  | { readonly code: 'passwordExists' }
  | { readonly code: 'notLoggedIn' };

export interface JoinCode {
  /** Six characters that a person can type, valid while the desk shows it. */
  readonly shortCode: string;
  /** At least 64 random bits, for the QR code; valid until the competition's keys are renewed, so that it can be printed. */
  readonly key: string;
}

export interface JoinTarget {
  readonly competition: string;
  readonly butt: number;
}
