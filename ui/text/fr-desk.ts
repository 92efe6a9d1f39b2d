// Français for the desk's page; see en-desk.ts.
import type { DeskCatalogue } from './en-desk.ts';
import { care } from './fr/care.ts';
import { control } from './fr/control.ts';
import { desk } from './fr/desk.ts';
import { deskCards } from './fr/desk-cards.ts';
import { entries } from './fr/entries.ts';
import { events } from './fr/events.ts';
import { exports } from './fr/exports.ts';
import { imports } from './fr/imports.ts';
import { network } from './fr/network.ts';
import { outlets } from './fr/outlets.ts';
import { overlay } from './fr/overlay.ts';
import { prints } from './fr/prints.ts';
import { screens } from './fr/screens.ts';

export const frDesk: DeskCatalogue = {
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
