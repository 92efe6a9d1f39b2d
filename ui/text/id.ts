// Bahasa Indonesia. Words of the sport follow the glossary of the rule notes.
import type { Catalogue } from './en.ts';
import { app } from './id/app.ts';
import { board } from './id/board.ts';
import { cards } from './id/cards.ts';
import { clock } from './id/clock.ts';
import { codes } from './id/codes.ts';
import { follow } from './id/follow.ts';
import { join } from './id/join.ts';
import { match } from './id/match.ts';
import { offline } from './id/offline.ts';
import { rejections } from './id/rejections.ts';
import { relay } from './id/relay.ts';
import { tablet } from './id/tablet.ts';
import { tv } from './id/tv.ts';

export const id: Catalogue = {
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
