// Français; see en/join.ts.
import type { join as english } from '../en/join.ts';
import type { Messages } from '../messages.ts';

export const join: Messages<typeof english> = {};
