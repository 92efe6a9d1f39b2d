// What a tablet can do without until its target is on the screen: whatever is behind a button, comes after an end, or is seldom there.
import { FollowCode } from '../parts/follow-code.tsx';
import { CardView } from './card-view.tsx';
import { ConfirmEnd } from './confirm-end.tsx';
import { DeskMessages } from './desk-messages.tsx';
import { Differences } from './differences.tsx';
import { HitsView } from './hits-view.tsx';
import { Plot } from './plot.tsx';
import { RejectedEnds } from './rejected-ends.tsx';
import { SecureWay } from './secure-way.tsx';
import { SettingsSheet } from './settings-sheet.tsx';
import { SignCard } from './sign-card.tsx';
import { TabletClock } from './tablet-clock.tsx';

export const sheetsPart = {
  CardView,
  ConfirmEnd,
  DeskMessages,
  Differences,
  FollowCode,
  HitsView,
  Plot,
  RejectedEnds,
  SecureWay,
  SettingsSheet,
  SignCard,
  TabletClock,
} as const;
