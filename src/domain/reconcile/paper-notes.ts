// What is known of the signed paper card of an entry: what stands on it, and what a judge made of a difference. Apart from the card's other
// notes, which tablets fold too.
import type { FactOrigin } from '../actor.ts';
import type { Figures } from '../card/scorecard.ts';

/** As it stands on the paper: the sum, and the counts in the order of the rule set's tie-break. */
export interface PaperCount extends FactOrigin, Figures {
  /** Who typed it, by name. */
  readonly by: string;
}

/** The judge's signed correction: what counts is the paper, but nothing that the arrows do not carry. */
export interface PaperSettlement extends FactOrigin {
  /** What the arrows give. */
  readonly was: Figures;
  /** What counts. */
  readonly now: Figures;
  readonly by: string;
  readonly reason: string;
}

/** The card counts without a paper card. */
export interface PaperWaiver extends FactOrigin {
  readonly by: string;
  readonly reason: string;
}

/** A settlement and a waiver go when an arrow of the card changes; what was typed stays, and is compared anew. */
export interface PaperNotes {
  readonly count?: PaperCount;
  readonly settled?: PaperSettlement;
  readonly waived?: PaperWaiver;
}
