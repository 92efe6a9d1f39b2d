// Français; voir en/cards.ts.

import type { cards as english } from '../en/cards.ts';
import type { Messages } from '../messages.ts';

export const cards: Messages<typeof english> = {
  'cards.choose.title': 'Quelle feuille cette tablette tient-elle ?',
  'cards.choose.text':
    'Deux personnes notent les flèches ici, sur deux tablettes. Aucune ne voit les flèches de l’autre avant que les deux aient écrit la volée ; elles sont alors comparées.',
  'cards.choose.first': 'Première feuille',
  'cards.choose.first.text': 'Ses flèches vont tout de suite aux tableaux.',
  'cards.choose.second': 'Deuxième feuille',
  'cards.choose.second.text': 'Elle contrôle la première, flèche par flèche.',
  'cards.choose.busy': 'Un instant…',
  'cards.choose.unsent':
    'Attendez que tout soit enregistré sur cette tablette ; elle pourra ensuite tenir l’autre feuille.',
  'cards.side.first': 'Première feuille',
  'cards.side.second': 'Deuxième feuille',

  'cards.check.unchecked': 'Pas encore contrôlée',
  'cards.check.waiting': 'Attend la première feuille',
  'cards.check.equal': 'Les deux feuilles concordent',
  'cards.check.confirmed': 'Confirmée par l’athlète',
  'cards.check.differs': 'Les feuilles diffèrent',

  'cards.differ.ends':
    '{count, plural, one {Les feuilles diffèrent à la volée {list}} other {Les feuilles diffèrent aux volées {list}}}',
  'cards.differ.look': 'Comparer',
  'cards.differ.title':
    '{count, plural, one {Les deux feuilles de {name} diffèrent sur une volée} other {Les deux feuilles de {name} diffèrent sur # volées}}',
  'cards.differ.text':
    'Regardez la cible ensemble. Qui s’est trompé corrige ; les deux tablettes montrent alors que les feuilles concordent.',
  'cards.differ.end': 'Volée {end}',
  'cards.differ.here': 'Cette tablette',
  'cards.differ.there': 'Autre feuille',
  'cards.differ.arrow': '{here} ici, {there} là-bas',
  'cards.differ.correct': 'Corriger la volée {end} ici',

  'cards.confirm.title': '{name}, est-ce juste ?',
  'cards.confirm.place': 'Volée {end} sur {ends}',
  'cards.confirm.yes': 'Oui, c’est juste',
  'cards.confirm.no': 'Non, corriger',
  'cards.confirm.later': 'Demander plus tard',
  'cards.confirm.open':
    '{count, plural, one {Une volée n’est pas encore confirmée} other {# volées ne sont pas encore confirmées}}',
  'cards.confirm.now': 'Demander à l’athlète',

  'cards.sign.title': 'Signer la feuille de marque de {name}',
  'cards.sign.text': 'Comparez avec la feuille en papier. Avec les deux signatures, la feuille est close.',
  'cards.sign.athlete': 'Athlète',
  'cards.sign.scorer': 'Marqueur',
  'cards.sign.name': 'Nom',
  'cards.sign.draw': 'Signature (si vous voulez)',
  'cards.sign.clear': 'Effacer',
  'cards.sign.button.athlete': 'Signer comme athlète',
  'cards.sign.button.scorer': 'Signer comme marqueur',
  'cards.sign.done.athlete': 'L’athlète a signé',
  'cards.sign.done.scorer': 'Le marqueur a signé',
  'cards.sign.differs':
    '{count, plural, one {Les feuilles diffèrent à la volée {list}.} other {Les feuilles diffèrent aux volées {list}.}} Réglez cela d’abord.',
  'cards.sign.unverified.two':
    '{count, plural, one {La volée {list} n’est pas encore sur la deuxième feuille.} other {Les volées {list} ne sont pas encore sur la deuxième feuille.}}',
  'cards.sign.unverified.confirmed':
    '{count, plural, one {L’athlète n’a pas encore confirmé la volée {list}.} other {L’athlète n’a pas encore confirmé les volées {list}.}}',

  'cards.view.open': 'Feuille',
  'cards.view.openOf': 'Feuille de marque de {name}',
  'cards.view.end': 'Volée',
  'cards.view.arrows': 'Flèches',
  'cards.view.points': 'Total volée',
  'cards.view.running': 'Cumul',
  'cards.view.check': 'Contrôle',
  'cards.view.subtotal': '{place} : total',
  'cards.view.part': 'Partie {number}',
  'cards.view.total': 'Total',
  'cards.view.blank': 'pas encore tirée',
};
