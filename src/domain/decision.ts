// The answer to a command: what has now happened, or the rule that says no.
import type { Fact } from './facts.ts';
import type { Rejection } from './rejections.ts';

export type Decision =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

export function happened(...facts: readonly Fact[]): Decision {
  return { kind: 'facts', facts };
}

export function rejected(rejection: Rejection): Decision {
  return { kind: 'rejected', rejection };
}
