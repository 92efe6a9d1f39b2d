// Français; see en/follow.ts.
import type { follow as english } from '../en/follow.ts';
import type { Messages } from '../messages.ts';

export const follow: Messages<typeof english> = {};
