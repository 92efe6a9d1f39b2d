// Français for the desk's page; see en-desk.ts.
import type { DeskCatalogue } from './en-desk.ts';
import { desk } from './fr/desk.ts';
import { deskCards } from './fr/desk-cards.ts';
import { imports } from './fr/imports.ts';
import { network } from './fr/network.ts';

export const frDesk: DeskCatalogue = { ...desk, ...deskCards, ...imports, ...network };
