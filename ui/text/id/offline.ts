// Bahasa Indonesia; see en/offline.ts.
import type { offline as english } from '../en/offline.ts';
import type { Messages } from '../messages.ts';

export const offline: Messages<typeof english> = {
  'offline.otherTab':
    'Tablet ini terbuka di tab lain, dan tab itulah yang mengirim skor. Ketuk di sini untuk melanjutkan di tab ini.',
};
