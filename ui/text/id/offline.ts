// Bahasa Indonesia; see en/offline.ts.
import type { offline as english } from '../en/offline.ts';
import type { Messages } from '../messages.ts';

export const offline: Messages<typeof english> = {
  'offline.otherTab': 'Tab lain di tablet ini yang mengirim skor. Ketuk untuk memakai tab ini.',
};
