// Between the main thread and the thread of a way out (relay/, publish/). The main thread gives what is asked for and waits for nothing: how much is under way is bounded by
// the asking.
import type { Position } from '../domain/facts.ts';
import type { PusherAccount } from './account.ts';
import type { BudgetLimits } from './budget.ts';

/** One board or answer, whole, as it is now. */
export interface Whole {
  readonly competition: string;
  readonly name: string;
  readonly at: Position;
  readonly content: WholeContent;
}

export type WholeContent =
  /** A snapshot as sockets get it (wire/server-to-client.ts). */
  | { readonly kind: 'board'; readonly frame: Uint8Array }
  | { readonly kind: 'document'; readonly json: string; readonly list: string | undefined };

export interface RelayOptions {
  readonly account: PusherAccount;
  readonly limits: BudgetLimits;
  /** Remembers over a restart what the day has used. */
  readonly usedFile: string;
}

export type MainToOutlet =
  /** The answer to `pull`. */
  | { readonly kind: 'wholes'; readonly wholes: readonly Whole[] }
  | { readonly kind: 'gone'; readonly names: readonly string[] }
  | { readonly kind: 'stop' };

export type OutletToMain<Status> =
  | { readonly kind: 'pull'; readonly most: number }
  | { readonly kind: 'status'; readonly status: Status }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly details: object;
      readonly message: string;
    };
