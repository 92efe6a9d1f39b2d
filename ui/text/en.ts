// English: the catalogue that decides which messages exist, without those of the desk. One file of en/ for each area; see messages.ts.
import { app } from './en/app.ts';
import { board } from './en/board.ts';
import { cards } from './en/cards.ts';
import { clock } from './en/clock.ts';
import { codes } from './en/codes.ts';
import { follow } from './en/follow.ts';
import { join } from './en/join.ts';
import { match } from './en/match.ts';
import { offline } from './en/offline.ts';
import { rejections } from './en/rejections.ts';
import { relay } from './en/relay.ts';
import { tablet } from './en/tablet.ts';
import { tv } from './en/tv.ts';
import type { enDesk } from './en-desk.ts';

export const en = {
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
} as const;

export type MessageKey = keyof typeof en | keyof typeof enDesk;
export type Catalogue = Readonly<Record<keyof typeof en, string>>;
