// French.

import type { TrustWords } from './trust-words.ts';

export const fr: TrustWords = {
  language: 'Français',
  title: 'Faire confiance à Tenring sur cet appareil',
  lead: 'À faire une fois sur chaque appareil qui marque. Il ouvre ensuite Tenring en https, et trois choses fonctionnent que les navigateurs interdisent autrement :',
  why: [
    'La page de marque s’ouvre aussi sans réseau, même après l’arrêt de la tablette.',
    'L’écran reste allumé pendant la marque.',
    'La page se place sur l’écran d’accueil, comme une application.',
  ],
  viewers: 'Pour suivre les résultats, rien de tout cela n’est nécessaire.',
  fingerprintTitle: 'À comparer d’abord',
  fingerprint:
    'L’empreinte (SHA-256) doit être la même ici, au bureau de l’organisateur et là où Tenring a été lancé. Les appareils la montrent avant de faire confiance. Si elle diffère, arrêtez et prévenez l’organisateur.',
  limits:
    'La confiance vaut pour ce seul boîtier et pour les noms et adresses de réseaux locaux : il ne peut passer pour aucun site d’internet. Après la compétition, vous pouvez la retirer au même endroit.',
  chooseDevice: 'Quel est cet appareil ?',
  download: 'Prendre le fichier',
  steps: {
    android: {
      name: 'Android (Chrome, Edge, Samsung Internet)',
      steps: [
        'Dans Paramètres, cherchez « certificat CA ». Il est en général sous Sécurité › Chiffrement et identifiants › Installer un certificat.',
        'Choisissez « Installer quand même », déverrouillez l’appareil et prenez tenring-root.crt dans les téléchargements.',
        'Android dira que le réseau est peut-être surveillé. Il s’agit de ce certificat.',
      ],
    },
    ios: {
      name: 'iPhone et iPad',
      steps: [
        'Le fichier doit être pris avec Safari. Répondez « Autoriser ».',
        'Dans Réglages, touchez « Profil téléchargé », puis Installer.',
        'Dans Réglages › Général › Informations › Réglages des certificats, activez Tenring. Sans cette étape rien ne marche.',
      ],
    },
    windows: {
      name: 'Windows (Edge, Chrome)',
      steps: [
        'Ouvrez le fichier et choisissez « Installer un certificat… ».',
        'Choisissez « Utilisateur actuel », puis « Placer tous les certificats dans le magasin suivant », Parcourir, « Autorités de certification racines de confiance ».',
        'Terminez, répondez Oui, et relancez le navigateur.',
      ],
    },
    macos: {
      name: 'Mac (Safari, Chrome)',
      steps: [
        'Ouvrez le fichier : Trousseaux d’accès l’ajoute à « session ».',
        'Là, double-cliquez sur Tenring, ouvrez « Se fier » et choisissez « Toujours approuver ».',
      ],
    },
    linux: {
      name: 'Linux (Chrome, Chromium)',
      steps: [
        'Ouvrez chrome://certificate-manager, puis « Certificats locaux », « Installés par vous ».',
        'Importez le fichier sous « Certificats de confiance ».',
      ],
    },
    chromeos: {
      name: 'Chromebook',
      steps: [
        'Ouvrez Paramètres › Confidentialité et sécurité › Sécurité › Gérer les certificats › Autorités.',
        'Importez le fichier et cochez « Faire confiance à ce certificat pour identifier les sites ».',
      ],
    },
    firefox: {
      name: 'Firefox',
      steps: [
        'Sur un ordinateur : Paramètres › Vie privée et sécurité › Afficher les certificats › Autorités › Importer. Cochez « Confirmer cette AC pour identifier des sites web ».',
        'Sur Android : suivez les étapes d’Android, puis dans Firefox ouvrez Paramètres › À propos, touchez le logo cinq fois, revenez aux « Secret settings » et activez « Use third party CA certificates ».',
      ],
    },
  },
  thenTitle: 'Ensuite',
  thenOpen: 'Ouvrir la page sécurisée',
  thenTablet:
    'Sur une tablette qui marque déjà, ouvrez ses réglages et « Ce qui marche sur cet appareil » : le chemin depuis là garde sa cible.',
  otherTitle: 'Cette page sur un autre appareil',
  other: 'Scannez le code, ou tapez l’adresse.',
  helpTitle: 'Si quelque chose bloque',
  help: [
    'Le téléphone dit que le Wi-Fi n’a pas d’internet : restez connecté. Tenring n’en a pas besoin. Coupez les données mobiles si le téléphone quitte le Wi-Fi.',
    'Le Wi-Fi montre une page de connexion du lieu : connectez-vous d’abord, puis ouvrez de nouveau l’adresse.',
    'Un nom comme tenring.local est introuvable : prenez l’adresse en chiffres. Beaucoup de réseaux d’invités bloquent les noms, et certains isolent tous les appareils.',
  ],
  own: 'Ce Tenring a un certificat que les appareils connaissent déjà. Il n’y a rien à faire.',
  off: 'Ce Tenring ne répond qu’en http. Qui le fait tourner peut le lancer avec --tls ; cette page montre alors comment les appareils lui font confiance.',
  home: 'Page d’accueil',
};
