// The shape of the tables beside this file: for each kind of fact, how it is written into its message of proto/fact.proto and read back.
import type { Fact } from '../domain/facts.ts';
import type { tenring } from './gen/fact.js';

export type FactKind = Fact['kind'];
export type FactOf = { readonly [K in FactKind]: Extract<Fact, { readonly kind: K }> };

type WireRecord = tenring.journal.FactRecord.$Properties;
/** A fact's field in FactRecord has the name of its kind. */
export type WireOf = { readonly [K in FactKind]: NonNullable<WireRecord[K]> };

export interface Codec<F, W> {
  readonly toWire: (fact: F) => W;
  /** Throws MalformedError. */
  readonly toFact: (wire: W) => F;
}

export type Codecs<K extends FactKind> = { readonly [P in K]: Codec<FactOf[P], WireOf[P]> };
