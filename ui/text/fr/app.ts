// Français; see en/app.ts.
import type { app as english } from '../en/app.ts';
import type { Messages } from '../messages.ts';

export const app: Messages<typeof english> = {
  'app.name': 'Tenring',
  'app.tagline': 'Les scores du tir à l’arc, pour tout le terrain',
  'app.language': 'Langue',
  'app.loading': 'Chargement…',
  'app.retry': 'Réessayer',
  'app.cancel': 'Annuler',
  'app.close': 'Fermer',
  'app.back': 'Retour',
  'app.reload': 'Recharger la page',
  'app.light': 'Clair',
  'app.dark': 'Sombre',
  'app.theme': 'Couleurs',
  'app.notFound': 'Il n’y a rien à cette adresse.',
  'app.home': 'Accueil',
  'app.version': 'Version {version}',
  'app.skip': 'Aller au contenu',
  'app.crashed':
    'Cette page s’est arrêtée à cause d’une erreur du programme. Rien de ce qui était enregistré n’est perdu.',
  'app.partMissing': 'Cette partie de la page n’est pas encore arrivée. Rien de ce que vous avez saisi n’est perdu.',

  'home.title': 'Les scores, de la cible à tous les écrans',
  'home.lead':
    'Ce boîtier tient les scores d’une compétition sur le réseau du site lui-même. Choisissez à quoi sert cet appareil.',
  'home.watch': 'Voir les résultats',
  'home.watch.text': 'Classements en direct, sur un téléphone ou un grand écran.',
  'home.score': 'Marquer sur cet appareil',
  'home.score.text': 'Pour les archers d’une cible. Il faut son code QR ou son code court.',
  'home.desk': 'Greffe',
  'home.desk.text': 'Préparer la compétition, importer les inscrits, imprimer les codes des cibles.',
  'home.now': 'Sur ce boîtier',
  'home.demo': 'Démonstration : les noms et les scores sont inventés.',
  'home.address': 'Ouvrir cette page sur un autre appareil',
  'home.address.text': 'Rejoignez le Wi-Fi du site et scannez le code, ou tapez l’adresse.',

  'link.connecting': 'Connexion…',
  'link.live': 'En direct',
  'link.waiting': 'Connexion perdue. Nouvel essai…',
  'link.lost': 'Hors ligne',
  'link.retry': 'Essayer maintenant',
  'link.stale': 'Connexion perdue. Ces résultats datent de {age}.',
  'link.outdated': 'Cette page est plus ancienne que le serveur. Rechargez-la.',

  'age.seconds': '{count, plural, one {# seconde} other {# secondes}}',
  'age.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'age.hours': '{count, plural, one {# heure} other {# heures}}',
};
