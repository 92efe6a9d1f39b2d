// English for the desk's page alone, which no tablet and no phone has to fetch.
import { desk } from './en/desk.ts';
import { deskCards } from './en/desk-cards.ts';
import { imports } from './en/imports.ts';
import { network } from './en/network.ts';

export const enDesk = { ...desk, ...deskCards, ...imports, ...network } as const;

export type DeskCatalogue = Readonly<Record<keyof typeof enDesk, string>>;
