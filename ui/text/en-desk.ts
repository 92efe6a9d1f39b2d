// English for the desk's page alone, which no tablet and no phone has to fetch.
import { care } from './en/care.ts';
import { control } from './en/control.ts';
import { desk } from './en/desk.ts';
import { deskCards } from './en/desk-cards.ts';
import { entries } from './en/entries.ts';
import { events } from './en/events.ts';
import { exports } from './en/exports.ts';
import { imports } from './en/imports.ts';
import { network } from './en/network.ts';
import { outlets } from './en/outlets.ts';
import { overlay } from './en/overlay.ts';
import { prints } from './en/prints.ts';
import { screens } from './en/screens.ts';

export const enDesk = {
  ...care,
  ...control,
  ...desk,
  ...deskCards,
  ...entries,
  ...events,
  ...exports,
  ...imports,
  ...network,
  ...outlets,
  ...overlay,
  ...prints,
  ...screens,
} as const;

export type DeskCatalogue = Readonly<Record<keyof typeof enDesk, string>>;
