// Français. Words of the sport are those of the French federation: volée, cible, blason, paille, départ.
import type { Catalogue } from './en.ts';
import { app } from './fr/app.ts';
import { board } from './fr/board.ts';
import { cards } from './fr/cards.ts';
import { clock } from './fr/clock.ts';
import { codes } from './fr/codes.ts';
import { follow } from './fr/follow.ts';
import { join } from './fr/join.ts';
import { match } from './fr/match.ts';
import { offline } from './fr/offline.ts';
import { rejections } from './fr/rejections.ts';
import { relay } from './fr/relay.ts';
import { tablet } from './fr/tablet.ts';
import { tv } from './fr/tv.ts';

export const fr: Catalogue = {
  ...app,
  ...board,
  ...cards,
  ...clock,
  ...codes,
  ...follow,
  ...join,
  ...match,
  ...offline,
  ...rejections,
  ...relay,
  ...tablet,
  ...tv,
};
