// Whether an interchange file can become a competition: everything that it names is there, every arrow possible, every draw without a circle.
import { type Decision, rejected } from './decision.ts';
import type { CompetitionDocument } from './document.ts';

export function decideDocument(_document: CompetitionDocument): Decision {
  return rejected({ code: 'badDocument', pointer: '', problem: 'shape', found: '' });
}
