// Officials as a person types or pastes them: a line each, the name, then the function, apart by a tab, a semicolon or a comma.
import type { Official } from '../../../src/domain/paper/paper.ts';

export function textOfOfficials(officials: readonly Official[]): string {
  return officials.map(({ name, role }) => `${name}; ${role}`).join('\n');
}

/** Blank lines are left out. A line without a function has an empty one, which the appliance refuses with its number. */
export function officialsOfText(text: string): readonly Official[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const separator = /\t|;|,/.exec(line);
      if (!separator) return { name: line.trim(), role: '' };
      return { name: line.slice(0, separator.index).trim(), role: line.slice(separator.index + 1).trim() };
    });
}
