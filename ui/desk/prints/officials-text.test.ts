import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officialsOfText, textOfOfficials } from './officials-text.ts';

test('a line each, however the two are kept apart', () => {
  const officials = [
    { name: 'Sinta Dewi', role: 'Chair of the judges' },
    { name: 'Budi', role: 'Director of shooting, range 2' },
    { name: 'Rian', role: 'Judge' },
  ];
  const typed = 'Sinta Dewi; Chair of the judges\n\n  Budi,Director of shooting, range 2 \nRian\tJudge\n';
  assert.deepEqual(officialsOfText(typed), officials);
  assert.deepEqual(officialsOfText(textOfOfficials(officials)), officials);
});

test('a name without a function is kept, for the appliance to say which line it is', () => {
  assert.deepEqual(officialsOfText('Sinta'), [{ name: 'Sinta', role: '' }]);
  assert.deepEqual(officialsOfText(' \n'), []);
});
