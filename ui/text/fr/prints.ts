// Français: what goes on paper; see en/prints.ts.
import type { prints as english } from '../en/prints.ts';
import type { Messages } from '../messages.ts';

export const prints: Messages<typeof english> = {
  'desk.tab.prints': 'Imprimer',
  'desk.prints.title': 'Imprimer',
  'desk.prints.document': 'Document',
  'desk.prints.category': 'Catégorie',
  'desk.prints.category.all': 'Toutes les catégories',
  'desk.prints.second': 'Une deuxième langue à côté',
  'desk.prints.second.none': 'Aucune',
  'desk.prints.paper': 'Papier',
  'desk.prints.filled': 'Avec les scores déjà saisis',
  'desk.prints.do': 'Créer le PDF',
  'desk.prints.waiting': 'L’appareil commence…',
  'desk.prints.working': 'Page {pages} sur {of}…',
  'desk.prints.empty': 'Il n’y a encore rien à imprimer.',
  'desk.prints.failed': 'Le PDF n’a pas pu être créé. Le journal de l’appareil dit pourquoi ; réessayez.',
  'desk.prints.open': 'Ouvrir le PDF',
  'desk.prints.document.scorecards': 'Feuilles de marque',
  'desk.prints.document.listByTarget': 'Liste des inscrits par cible',
  'desk.prints.document.listByName': 'Liste des inscrits par nom',
  'desk.prints.document.targetCards': 'Numéros de cible',
  'desk.prints.document.qualification': 'Résultats des qualifications',
  'desk.prints.document.finals': 'Éliminations et classement final',
  'desk.prints.document.medals': 'Médailles',
};
