// Français; see en/offline.ts.
import type { offline as english } from '../en/offline.ts';
import type { Messages } from '../messages.ts';

export const offline: Messages<typeof english> = {
  'offline.otherTab':
    'Cette tablette est ouverte dans un autre onglet, et c’est lui qui envoie les scores. Touchez ici pour continuer dans celui-ci.',
};
