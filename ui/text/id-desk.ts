// Bahasa Indonesia for the desk's page; see en-desk.ts.
import type { DeskCatalogue } from './en-desk.ts';
import { desk } from './id/desk.ts';
import { deskCards } from './id/desk-cards.ts';
import { imports } from './id/imports.ts';
import { network } from './id/network.ts';

export const idDesk: DeskCatalogue = { ...desk, ...deskCards, ...imports, ...network };
