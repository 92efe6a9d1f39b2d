// English: the catalogue that decides which messages exist. One file of en/ for each area; see messages.ts.
import { app } from './en/app.ts';
import { board } from './en/board.ts';
import { cards } from './en/cards.ts';
import { clock } from './en/clock.ts';
import { codes } from './en/codes.ts';
import { desk } from './en/desk.ts';
import { deskCards } from './en/desk-cards.ts';
import { follow } from './en/follow.ts';
import { imports } from './en/imports.ts';
import { join } from './en/join.ts';
import { match } from './en/match.ts';
import { offline } from './en/offline.ts';
import { rejections } from './en/rejections.ts';
import { tablet } from './en/tablet.ts';

export const en = {
  ...app,
  ...board,
  ...cards,
  ...clock,
  ...codes,
  ...desk,
  ...deskCards,
  ...follow,
  ...imports,
  ...join,
  ...match,
  ...offline,
  ...rejections,
  ...tablet,
} as const;

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;
