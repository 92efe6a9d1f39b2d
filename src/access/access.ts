// Who may do what: the organiser's desk (one-time code on first start, then a password, then sessions) and scoring devices (joined by a
// target's QR code or a short code typed in). Tokens are kept as hashes only.
import type { Competition } from '../domain/competition.ts';

export type AccessRefusal =
  | { readonly code: 'wrongCode' }
  /** A short code of this target, not a guess: the person needs a new one. */
  | { readonly code: 'codeUsed'; readonly butt: number }
  | { readonly code: 'codeExpired'; readonly butt: number }
  | { readonly code: 'wrongPassword' }
  | { readonly code: 'passwordTooShort'; readonly shortest: number }
  | { readonly code: 'tooManyTries'; readonly retryAfterSeconds: number }
  | { readonly code: 'passwordExists' }
  | { readonly code: 'notLoggedIn' };

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: AccessRefusal;
}

/** Sessions or codes cannot be looked up (Redis is away), or the password cannot be written (disk full). To be tried again. */
export class AccessUnavailableError extends Error {
  override readonly name = 'AccessUnavailableError';
}

export type Credentials = { readonly code: string } | { readonly password: string };

export type LogIn = { readonly kind: 'loggedIn'; readonly token: string } | Refused;

export interface JoinTarget {
  readonly competition: string;
  readonly butt: number;
}

export type JoinAnswer = { readonly kind: 'target'; readonly target: JoinTarget } | Refused;

/** Six characters that a person can type; good for one join. */
export interface JoinCode {
  readonly code: string;
  readonly expiresInSeconds: number;
}

export interface DeviceIdentity {
  readonly device: string;
  /** 256 random bits, base64url. Only the device keeps it. */
  readonly token: string;
}

/** Asynchronous calls throw AccessUnavailableError. `address` is the caller's, for counting wrong tries. */
export interface Access {
  /** Opens the desk once; undefined when it was used or a password is set. A new one with each start. */
  readonly deskCode: string | undefined;
  readonly passwordSet: boolean;
  logIn(credentials: Credentials, address: string): Promise<LogIn>;
  /** Whether the token is a session's; the session then lasts another 12 hours. */
  isLoggedIn(token: string): Promise<boolean>;
  logOut(token: string): Promise<void>;
  /** Ends all other sessions. `current` is asked for where there is a password. */
  setPassword(
    token: string,
    password: string,
    current: string | undefined,
    address: string,
  ): Promise<AccessRefusal | undefined>;

  /** For the console, which needs neither a session nor the old password. Ends all sessions. */
  resetPassword(password: string): Promise<AccessRefusal | undefined>;

  /** For the QR code: 80 bits, the same at any time, so that it can be printed. */
  joinKey(target: JoinTarget): string;
  joinByKey(target: JoinTarget, key: string): JoinAnswer;
  createJoinCode(target: JoinTarget): Promise<JoinCode>;
  joinByCode(code: string, address: string): Promise<JoinAnswer>;
  /** The device has joined: nobody else can by this code, and who tries is told so. */
  spendJoinCode(code: string): Promise<void>;

  createDevice(): DeviceIdentity;
}

/** What authentication needs to know of competitions; `Intake.find` is it. */
export type FindCompetition = (competition: string) => { readonly state: Competition } | undefined;
