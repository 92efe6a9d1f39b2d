// Comment les résultats sortent du terrain, à la table d’organisation.
import type { outlets as en } from '../en/outlets.ts';

export const outlets: Readonly<Record<keyof typeof en, string>> = {
  'desk.outlets': 'Résultats sur Internet',
  'desk.outlets.relayOff':
    'Rien n’est envoyé en direct. Avec une application chez Pusher Channels, lancez Tenring avec --pusher-file ; tenring live-site écrit la page.',
  'desk.outlets.publishOff':
    'Aucun résultat n’est publié en fichiers. Avec un espace web à vous, lancez Tenring avec --publish-to.',
  'desk.outlets.probing': 'Recherche d’Internet…',
  'desk.outlets.up': 'Les résultats partent en direct.',
  'desk.outlets.down':
    'Pas de chemin vers Internet pour l’instant. Nouvel essai en continu ; les derniers résultats partiront alors. La marque et les tableaux d’ici continuent.',
  'desk.outlets.intercepted':
    'Le réseau répond à la place de Pusher : il demande une connexion (ouvrez une page dans un navigateur sur cette machine), ou l’horloge de cette machine est fausse. La marque et les tableaux d’ici continuent.',
  'desk.outlets.refused':
    'Pusher refuse : app id, key ou secret sont faux, ou l’horloge de cette machine. Rien ne part tant que ce n’est pas corrigé.',
  'desk.outlets.throttled':
    'Pusher veut moins de messages pour l’instant. Les derniers résultats partent dès qu’il les prend.',
  'desk.outlets.sent': 'Dernier envoi {when}.',
  'desk.outlets.detail': 'Il dit : {detail}',
  'desk.outlets.used': '{used, number} messages sur {all, number} utilisés aujourd’hui.',
  'desk.outlets.listeners':
    '{count, plural, =0 {Personne n’écoute ailleurs.} one {# page écoute ailleurs.} other {# pages écoutent ailleurs.}}',
  'desk.outlets.waiting': '{count, plural, one {# partie de tableau attend.} other {# parties de tableaux attendent.}}',
  'desk.outlets.published': 'Les résultats sont publiés vers',
  'desk.outlets.notPublished': 'Les résultats ne peuvent pas être publiés vers',
  'desk.outlets.trouble': '{trouble} Nouvel essai automatique.',
  'desk.outlets.files': '{count, plural, one {# fichier.} other {# fichiers.}}',
  'desk.outlets.written': 'Du nouveau a été écrit {when}.',
};
