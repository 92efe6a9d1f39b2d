// Français; see en/clock.ts.
import type { clock as english } from '../en/clock.ts';
import type { Messages } from '../messages.ts';

export const clock: Messages<typeof english> = {};
