// Français; see en/tablet.ts.
import type { tablet as english } from '../en/tablet.ts';
import type { Messages } from '../messages.ts';

export const tablet: Messages<typeof english> = {
  'tablet.title': 'Marque',
  'tablet.join.title': 'Quelle est cette cible ?',
  'tablet.join.text':
    'Scannez le code QR de la cible avec l’appareil photo, ou tapez le code court que le greffe vous donne.',
  'tablet.join.code': 'Code court',
  'tablet.join.hint': 'Six lettres ou chiffres',
  'tablet.join.button': 'Rejoindre la cible',
  'tablet.join.joining': 'Arrivée sur la cible…',
  'tablet.join.refused': 'Cet appareil n’appartient plus à une cible',
  'tablet.join.refused.text':
    'Le greffe l’a retiré, ou il a changé de cible. Scannez de nouveau le code QR de la cible.',
  'tablet.join.kept':
    '{count, plural, one {# saisie est encore gardée} other {# saisies sont encore gardées}} sur cet appareil sans avoir été envoyées. Elles partiront quand il appartiendra de nouveau à cette cible.',
  'tablet.join.other': 'Cet appareil garde encore des scores',
  'tablet.join.other.text':
    '{count, plural, one {# saisie pour la cible {butt} n’est pas encore arrivée} other {# saisies pour la cible {butt} ne sont pas encore arrivées}} au serveur. Restez jusqu’à ce que tout soit enregistré, ou changez de cible et laissez-les en attente.',
  'tablet.join.stay': 'Rester à la cible {butt}',
  'tablet.join.move': 'Passer à la cible {next}',
  'tablet.leave': 'Changer de cible',
  'tablet.leave.confirm': 'Quitter la cible {butt} ?',
  'tablet.leave.text': 'Cet appareil oublie sa cible. Les scores enregistrés le restent.',
  'tablet.leave.unsent':
    'Il garde encore {count, plural, one {# saisie non enregistrée} other {# saisies non enregistrées}}. Attendez que tout soit enregistré.',
  'tablet.leave.button': 'Quitter cette cible',
  'tablet.target': 'Cible {butt}',
  'tablet.loading': 'Chargement des feuilles de marque…',
  'tablet.empty': 'Personne ne tire à la cible {butt}',
  'tablet.empty.text': 'Le greffe a peut-être déplacé les archers. Demandez-lui, ou rejoignez une autre cible.',
  'tablet.archers': 'Archers de cette cible',
  'tablet.running': 'Cumul',
  'tablet.endOf': 'Volée {end} sur {ends}',
  'tablet.distance': '{metres} m',
  'tablet.distance.yards': '{yards} yd',
  'tablet.endTotal': 'Total de la volée',
  'tablet.boxes': 'Flèches de la volée {end}',
  'tablet.box': 'Flèche {arrow}',
  'tablet.box.empty': 'vide',
  'tablet.key.miss': 'Manqué',
  'tablet.key.inner': 'X, petit dix',
  'tablet.undo': 'Effacer',
  'tablet.confirm': 'Valider la volée',
  'tablet.confirm.next': 'Valider, puis {letter}',
  'tablet.keypad': 'Valeurs des flèches',
  'tablet.status.here': 'Sur cette tablette',
  'tablet.status.sending': 'Envoi…',
  'tablet.status.saved': 'Enregistré',
  'tablet.status.rejected': 'Refusé',
  'tablet.status.typing': 'Pas encore validé',
  'tablet.correct': 'Corriger la volée {end}',
  'tablet.correct.title': 'Corriger la volée {end}',
  'tablet.correct.hint': 'Touchez la flèche fausse, puis sa vraie valeur.',
  'tablet.correct.reason': 'Pourquoi ?',
  'tablet.correct.reason.typed': 'Faute de frappe',
  'tablet.correct.reason.read': 'Flèche mal lue',
  'tablet.correct.reason.judge': 'Décision de l’arbitre',
  'tablet.correct.confirm': 'Enregistrer la correction',
  'tablet.correct.same': 'Rien n’a encore changé.',
  'tablet.done': '{name} a tiré toutes ses volées.',
  'tablet.done.all': 'Tous les archers ont tiré toutes leurs volées',
  'tablet.done.text': 'Comparez les totaux avec les feuilles de marque en papier et signez-les.',
  'tablet.held': 'Rattraper la volée {end}',
  'tablet.held.mark': 'À rattraper : volée {ends}',
  'tablet.held.hint': 'Cette volée est restée ouverte. Complétez les flèches qui manquent.',
  'tablet.signed': 'Signé',
  'tablet.signed.title': 'La feuille de marque de {name} est signée',
  'tablet.signed.text': 'On ne peut plus rien marquer. S’il y a une erreur, appelez un arbitre.',
  'tablet.standing.title': `{standing, select,
    DNS {{name} n’a pas pris le départ}
    DNF {{name} a abandonné}
    DSQ {{name} est disqualifié(e)}
    DQB {{name} est disqualifié(e) pour comportement}
    other {{name} ne participe pas}}`,
  'tablet.standing.text': 'On ne marque rien pour cet archer. Si c’est une erreur, dites-le au greffe.',
  'tablet.offline':
    'Pas de connexion. {count, plural, =0 {Continuez à marquer ; les volées attendent sur cette tablette.} one {# volée attend sur cette tablette. Continuez à marquer.} other {# volées attendent sur cette tablette. Continuez à marquer.}}',
  'tablet.sending': '{count, plural, one {Envoi de # volée…} other {Envoi de # volées…}}',
  'tablet.rejected.title': 'La volée {end} de {name} a été refusée',
  'tablet.rejected.signature': 'La signature de {name} a été refusée',
  'tablet.rejected.typed': 'Vous avez tapé',
  'tablet.rejected.again': 'Reprendre',
  'tablet.rejected.discard': 'Jeter',
  'tablet.deferred':
    'Le serveur ne peut pas enregistrer pour le moment. Vos volées attendent sur cette tablette et seront envoyées.',
  'tablet.storage':
    'Cet appareil n’a pas pu garder ce que vous avez tapé. Laissez cette page ouverte jusqu’à ce que tout soit enregistré, et prévenez le greffe.',
  'tablet.startedElsewhere': 'Une partie de cette volée a été marquée sur un autre appareil.',
  'tablet.shortcuts':
    'Clavier : chiffres (0 vaut 10), X, M · Entrée valide · Retour arrière efface · A–D choisissent l’archer',
};
