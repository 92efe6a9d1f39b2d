// Bahasa Indonesia; see en/cards.ts.
import type { cards as english } from '../en/cards.ts';
import type { Messages } from '../messages.ts';

export const cards: Messages<typeof english> = {};
