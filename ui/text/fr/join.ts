// Français; see en/join.ts.
import type { join as english } from '../en/join.ts';
import type { Messages } from '../messages.ts';

export const join: Messages<typeof english> = {
  'join.wrongCode':
    'Il n’y a pas de code {code}. Comparez-le lettre par lettre avec l’écran du greffe : il n’a jamais de O, I, 0 ou 1.',
  'join.wrongKey':
    'Le code QR de cette carte ne vaut pas pour la cible {butt}. Demandez au greffe une nouvelle carte ou un code court.',
  'join.nobody':
    'Personne ne tire à la cible {butt}. Demandez au greffe où sont vos archers, puis scannez le code de leur cible.',
  'join.gone': 'La compétition de ce code n’est plus sur ce serveur. Demandez au greffe le code du jour.',
  'join.offline': 'Le serveur ne répond pas. Rejoignez le Wi-Fi du site ; cet appareil continuera ensuite de lui-même.',
  'join.again': 'Réessayer',
  'join.againTarget': 'Réessayer la cible {butt}',
  'join.refused':
    'Le greffe a retiré cet appareil. Renseignez-vous au greffe. Si vous devez continuer à marquer, scannez de nouveau le code QR de la cible.',
  'join.over':
    'Elle a été close ou ôtée. Ce que vous avez saisi est gardé sur cet appareil. Montrez-le au greffe. Si le greffe remet la compétition, réessayez et tout sera envoyé.',
  'join.kept.title': 'Gardé sur cet appareil, pas encore envoyé',
  'join.kept.text':
    'C’est envoyé dès que cet appareil appartient de nouveau à la cible {butt}. Sinon, montrez cette liste au greffe.',
  'join.kept.end': '{name}, volée {end}',
  'join.kept.correction': '{name}, volée {end}, correction',
  'join.kept.check': '{name}, volée {end}, contrôle',
  'join.kept.signature': '{name}, signature',
  'join.kept.match': 'Duel {match}',
  'join.kept.draft': '{name}, volée {end}, pas validée',
  'join.kept.refused': 'refusé',
  'join.kept.archer': 'Archer n° {entry}',
  'devices.change': 'Modifier',
  'devices.change.title': 'Modifier {label}',
  'devices.name': 'Nom',
  'devices.unnamed': 'Appareil sans nom',
  'devices.target': 'Cible',
  'devices.card': 'Feuille',
  'devices.card.first': 'Première feuille',
  'devices.card.second': 'Seconde feuille',
  'devices.save': 'Enregistrer',
  'devices.moved':
    '{label} appartient maintenant à la cible {butt}. Ce qu’il n’a pas encore envoyé ira quand même aux archers pour qui c’était saisi.',
  'devices.handed': 'Cet appareil appartient maintenant à la cible {butt}',
  'devices.handed.text': 'Le greffe l’y a affecté. Vérifiez les noms avant de marquer.',
  'devices.withdraw.text':
    'Il ne pourra plus marquer. Ce qui est enregistré le reste ; ce qu’il n’a pas encore envoyé reste sur lui et y est montré.',
  'devices.code.once': 'Valable pour un seul appareil.',
};
