// Les résultats qui passent par Internet.
import type { relay as en } from '../en/relay.ts';

export const relay: Readonly<Record<keyof typeof en, string>> = {
  'relay.over':
    'L’appareil est hors d’atteinte d’ici. Ces résultats passent par Internet, avec quelques secondes de retard.',
  'relay.silent':
    'Aucune nouvelle du terrain depuis {age} : sa connexion est peut-être coupée. Voici les derniers résultats.',
  'relay.fresh': 'En direct du terrain. Dernière nouvelle il y a {age}.',
  'relay.old': 'Situation d’il y a {age}.',
  'relay.nothing': 'Connecté. Rien de nouveau du terrain.',
  'relay.none': 'Rien de nouveau du terrain',
  'relay.none.text':
    'Dès que la compétition a lieu et que le terrain a Internet, les résultats apparaissent ici d’eux-mêmes.',
  'relay.noSite': 'Cette page ne connaît pas sa compétition',
  'relay.noSite.text':
    'Le fichier site.js à côté manque ou a été modifié. Écrivez la page à nouveau : tenring live-site',
};
