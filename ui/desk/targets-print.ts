// Lists behind the desk's pages: which targets a search means, which addresses a code may carry, and the sample for the import.
import type { TargetView } from '../../src/wire/api-targets.ts';
import { matches } from '../store/search.ts';

/** A number, a range such as `3-12`, or a part of an archer's name or club. */
export function buttsInRange(targets: readonly TargetView[], query: string): readonly TargetView[] {
  const text = query.trim();
  const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(text);
  if (range) return targets.filter(({ butt }) => butt >= Number(range[1]) && butt <= Number(range[2]));
  if (/^\d+$/.test(text)) return targets.filter(({ butt }) => butt === Number(text));
  return text === ''
    ? targets
    : targets.filter(({ archers }) => archers.some(({ name, club }) => matches(text, name, club)));
}

export function origins(addresses: readonly string[], own: string): readonly string[] {
  return addresses.length > 0 ? [...new Set(addresses)] : [own];
}

/** Invented people; Excel wants the line ends of Windows. */
export const sampleCsv = [
  'name,club,category,target',
  'Ayu Lestari,Panahan Merapi,RW,1A',
  'Budi Santoso,Panahan Merapi,RM,1B',
  'Chloe Martin,Compagnie de la Loire,CW,2A',
  'Daniel Okafor,Green Park Archers,CM,2B',
  'Eka Pratama,Panahan Merapi,RU18M,',
  '',
].join('\r\n');
