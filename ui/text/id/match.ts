// Bahasa Indonesia; see en/match.ts.
import type { match as english } from '../en/match.ts';
import type { Messages } from '../messages.ts';

export const match: Messages<typeof english> = {};
