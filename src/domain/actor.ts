// Who did something and when: beside every command and every fact, and so in every change that a card remembers.

/** Who asks. A scorer is a paired device, allowed its own butt only; the system is this appliance itself (demo, restore). */
export type Actor =
  | { readonly role: 'organiser' }
  | { readonly role: 'scorer'; readonly device: string }
  | { readonly role: 'system' };

export interface FactOrigin {
  /** Milliseconds since 1970 by the appliance's clock. */
  readonly at: number;
  readonly actor: Actor;
}
