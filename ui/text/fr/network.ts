// How the appliance is reached, on the desk.
import type { network as english } from '../en/network.ts';
import type { Messages } from '../messages.ts';

export const network: Messages<typeof english> = {
  'desk.network': 'Ce boîtier sur le réseau',
  'desk.network.text': 'Les appareils du même réseau l’atteignent à chacune de ces adresses.',
  'desk.network.name': 'Par son nom, si le réseau le permet : {address}',
  'desk.network.plain':
    'Il répond en simple http. Lancé avec --tls, il répond aussi en https : la page de marque s’ouvre alors sans réseau et les écrans restent allumés.',
  'desk.network.secure': 'Adresse sécurisée : {address}',
  'desk.network.trust':
    'Avant cela, chaque tablette doit faire confiance une fois à ce boîtier. Elle montre cette empreinte (SHA-256) :',
  'desk.network.trust.how': 'Comment faire',
  'desk.network.changed': 'L’adresse de ce boîtier est maintenant {now}.',
  'desk.network.changed.text':
    'Les codes QR et les liens avec {gone} ne mènent plus nulle part : réimprimez les codes des cibles et ouvrez les pages à la nouvelle adresse. Une adresse fixe dans le routeur évite cela.',
  'desk.network.settled': 'C’est fait',
};
