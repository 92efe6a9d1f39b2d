// What is wrong with a file, in a sentence for the command line. Pages have their own catalogues.
import { type DocumentFlaw, documentVersion } from '../domain/document/document.ts';

export function describeFlaw({ pointer, problem, found }: DocumentFlaw): string {
  const place = pointer === '' ? 'The file' : pointer;
  switch (problem) {
    case 'notJson':
      return `It is no JSON at ${found} (line:column)${pointer === '' ? '' : `, within ${pointer}`}. Is the file cut off?`;
    case 'notTenring':
      return `It is no competition of Tenring: ${pointer} is ${found === '' ? 'missing' : found}.`;
    case 'newerVersion':
      return `A newer Tenring made it (version ${found}): this one reads files up to version ${documentVersion}.`;
    case 'missing':
      return `${place} is missing.`;
    case 'shape':
      return `${place} cannot be ${found === '' ? 'empty' : found}: see competition.schema.json.`;
    case 'unknown':
      return `${place} is not known here: ${found}.`;
    case 'twice':
      return `${place} is there a second time: ${found}.`;
    case 'impossible':
      return `${place} is not possible: ${found}.`;
    case 'cycle':
      return `${place} leads back to itself: ${found}.`;
  }
}
