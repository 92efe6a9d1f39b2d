// Français; see en/offline.ts.
import type { offline as english } from '../en/offline.ts';
import type { Messages } from '../messages.ts';

export const offline: Messages<typeof english> = {
  'offline.otherTab': 'Un autre onglet de cette tablette envoie les scores. Touchez pour utiliser celui-ci.',
};
