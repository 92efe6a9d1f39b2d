// Bahasa Indonesia for the desk's page; see en-desk.ts.
import type { DeskCatalogue } from './en-desk.ts';
import { care } from './id/care.ts';
import { control } from './id/control.ts';
import { desk } from './id/desk.ts';
import { deskCards } from './id/desk-cards.ts';
import { entries } from './id/entries.ts';
import { events } from './id/events.ts';
import { exports } from './id/exports.ts';
import { imports } from './id/imports.ts';
import { network } from './id/network.ts';
import { outlets } from './id/outlets.ts';
import { overlay } from './id/overlay.ts';
import { prints } from './id/prints.ts';
import { screens } from './id/screens.ts';

export const idDesk: DeskCatalogue = {
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
};
