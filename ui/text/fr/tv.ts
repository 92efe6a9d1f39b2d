// Français; see en/tv.ts.
import type { tv as english } from '../en/tv.ts';
import type { Messages } from '../messages.ts';

export const tv: Messages<typeof english> = {
  'tv.title': 'TV',
  'tv.waiting': 'Prenez cet écran au bureau, sous Écrans',
  'tv.blank': 'Mis au noir par le bureau',
  'tv.nothing': 'Il n’y a encore rien à montrer',
  'tv.targets': 'Qui tire où',
  'tv.schedule': 'Horaire',
  'tv.announcements': 'Annonces',
  'tv.announcements.none': 'Rien n’est annoncé',
  'show.underReview': '{what} : en cours d’examen. L’affichage montre l’état d’avant',
  'show.dismiss': 'Masquer',
  'show.announcement': 'Annonce',
};
