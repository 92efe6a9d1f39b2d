// A list that comes again: who is meant by a line, what is another afterwards, and what somebody may decide about it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEntry } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { parseTarget } from '../domain/target.ts';
import { after, ask, smallCompetition } from '../testing/small-competition.ts';
import { readTextList } from './list-file.ts';
import { type ImportChoices, previewEntries } from './preview-entries.ts';

const person = (name: string, club: string, category: string, more: Partial<NewEntry> = {}): NewEntry => ({
  ...{ name, club, category, target: undefined },
  ...more,
});

/** Entries 1 to 5 are the small competition's; 6 to 9 these. */
const start = after(smallCompetition(), {
  kind: 'importEntries',
  categories: [],
  entries: [
    person('Fajar', 'Elang', 'RM', { licence: '0071', target: parseTarget('7A'), country: 'INA' }),
    person('Gita', 'Elang', 'RM', { licence: '0072', target: parseTarget('7B'), needs: ['wheelchair'] }),
    person('Hadi', 'Rajawali', 'RM', { bornIn: 1999 }),
    person('Hadi', 'Merpati', 'RM'),
  ],
});

function preview(csv: string, choices: Partial<ImportChoices> = {}, state: Competition = start) {
  const file = readTextList(new TextEncoder().encode(csv));
  return previewEntries(file, state, { assignTargets: false, ...choices });
}

function outcomesOf({ preview: { rows } }: ReturnType<typeof preview>) {
  return rows.map(({ outcome, entry, changes }) =>
    [outcome, entry ?? '', ...changes.map(({ field, was, now }) => `${field}: ${was} → ${now}`)].join(' ').trim(),
  );
}

function problemsOf({ preview: { rows } }: ReturnType<typeof preview>) {
  return rows.flatMap(({ line, problems }) => problems.map(({ code, column }) => [line, code, column].join(' ')));
}

/** After importing it, which no rule may be against. */
function imported(shown: ReturnType<typeof preview>): Competition {
  assert.deepEqual(problemsOf(shown), []);
  assert.ok(shown.command);
  const answer = ask(start, shown.command);
  assert.equal(answer.rejection, undefined);
  assert.ok(answer.state);
  return answer.state;
}

for (const [what, csv, outcomes] of [
  ['the same list again', 'name,club,category\nFajar,Elang,RM\nGita, Elang ,Recurve Men\n', ['same 6', 'same 7']],
  ['another spelling', 'name,club,category\nFAJAR,elang,RM\n', ['changed 6 name: Fajar → FAJAR club: Elang → elang']],
  ['a place in it', 'name,club,category,target\nFajar,Elang,RM,8A\n', ['changed 6 target: 7A → 8A']],
  ['a name, by the licence', 'name,licence,category\nFajar N.,0071,RM\n', ['changed 6 name: Fajar → Fajar N.']],
  ['a category, by the licence', 'name,licence,category\nFajar,0071,RW\n', ['changed 6 category: RM → RW']],
  ['a club, by name and category', 'name,club,category\nFajar,Garuda,RM\n', ['changed 6 club: Elang → Garuda']],
  ['a category, by name and club', 'name,club,category\nGita,Elang,RW\n', ['changed 7 category: RM → RW']],
  ['two of one name: nobody is guessed', 'name,club,category\nHadi,Elang,RM\n', ['new']],
  ['another licence: somebody else', 'name,club,category,licence\nFajar,Garuda,RM,9\n', ['new']],
  ['another year: somebody else', 'name,club,category,born\nHadi,Rajawali,CM,2001\n', ['new']],
  [
    'a number, with the name',
    'entry number,name,club,category\n9,Hadi,Garuda,RM\n',
    ['changed 9 club: Merpati → Garuda'],
  ],
  [
    'a number, with club and category',
    'entry number,name,club,category\n6,Fajar Nugraha,Elang,RM\n',
    ['changed 6 name: Fajar → Fajar Nugraha'],
  ],
  ['a number of another competition', 'entry number,name,club,category\n6,Joko,Garuda,RW\n', ['new']],
  [
    'what is empty stays, what is not said stays',
    'name,club,category,target,country,licence,needs\nFajar,Elang,RM,,,,\nGita,Elang,RM,,,,\n',
    ['same 6', 'same 7'],
  ],
  [
    'a need that is said is another',
    'name,club,category,needs\nGita,Elang,RM,kidal\n',
    ['changed 7 needs: wheelchair → leftHanded'],
  ],
  [
    'a tick takes back what it says and nothing else',
    'name,club,category,wheelchair,hand\nGita,Elang,RM,no,L\nFajar,Elang,RM,,R\n',
    ['changed 7 needs: wheelchair → leftHanded', 'same 6'],
  ],
] as const) {
  test(what, () => {
    const shown = preview(csv);
    assert.deepEqual(problemsOf(shown), []);
    assert.deepEqual(outcomesOf(shown), outcomes);
    if (shown.command) imported(shown);
    else assert.ok(outcomes.every((each) => each.startsWith('same')));
  });
}

test('two archers change places, and a new one takes one that becomes free', () => {
  const shown = preview('name,club,category,target\nFajar,Elang,RM,7B\nGita,Elang,RM,9A\nKartika,Elang,RM,7A\n');
  const state = imported(shown);
  assert.deepEqual(
    [6, 7, 10].map((number) => state.entries.at(number)?.target),
    ['7B', '9A', '7A'].map((each) => parseTarget(each)),
  );
  assert.equal(state.entryCount, 10);
  assert.equal(state.entries.at(6)?.country, 'INA');
});

test('a place of somebody who stays is taken, and two lines of one archer are two', () => {
  assert.deepEqual(problemsOf(preview('name,club,category,target\nFajar,Elang,RM,7B\n')), ['2 targetTaken target']);
  assert.deepEqual(problemsOf(preview('name,club,category\nFajar,Elang,RM\nFajar,Elang,RM\n')), ['3 duplicateEntry ']);
});

test('lines are left out, also those with a problem; who looks like somebody may be somebody new', () => {
  const csv = 'name,club,category\nFajar,Garuda,RM\nGita,Elang,nothing\nKartika,Elang,RM\n';
  const shown = preview(csv, { leave: new Set([3]), asNew: new Set([2]) });
  assert.deepEqual(outcomesOf(shown), ['new', 'left 7', 'new']);
  const state = imported(shown);
  assert.deepEqual([state.entries.at(6)?.club, state.entries.at(10)?.club, state.entryCount], ['Elang', 'Garuda', 11]);
});

test('who is no longer in the file is told, stays, and is withdrawn only where that is said', () => {
  const csv = 'name,club,category\nFajar,Elang,RM\nGita,Elang,RM\nHadi,Rajawali,RM\n';
  const shown = preview(csv);
  assert.deepEqual(
    shown.preview.gone.map(({ entry, isHeld }) => [entry, isHeld]),
    [1, 2, 3, 4, 5, 9].map((entry) => [entry, false]),
  );
  assert.equal(shown.command, undefined);
  const withdrawing = preview(csv, { withdraw: new Set([5, 9, 6]), reason: 'not in the list' });
  const state = imported(withdrawing);
  assert.deepEqual([...state.withdrawn.keys()], [5, 9]);
  assert.equal(state.withdrawn.get(9)?.reason, 'not in the list');
  assert.ok(state.entries.at(6));
});

test('whoever has shot keeps the round, and is not withdrawn', () => {
  const shot = after(start, { kind: 'scoreArrows', entry: 6, end: 1, first: 0, arrows: ['10'] });
  const csv = 'name,club,category\nFajar,Elang,CM\n';
  assert.deepEqual(problemsOf(preview(csv, {}, shot)), ['2 roundIsShot category']);
  const shown = preview('name,club,category\nGita,Elang,RM\n', { withdraw: new Set([6]) }, shot);
  assert.deepEqual(
    shown.preview.gone.filter(({ isHeld }) => isHeld).map(({ entry }) => entry),
    [6],
  );
  assert.equal(shown.command, undefined);
});

test('columns mean what somebody says they mean', () => {
  const csv = 'Piala Elang 2026\n\nSatu,Dua,Tiga,Empat\nKartika,x,RM,12 Mei 2008\n';
  assert.equal(preview(csv).preview.fileProblem?.code, 'noHeader');
  const shown = preview(csv, { fields: ['name', undefined, 'category', 'bornIn'] });
  assert.deepEqual(
    shown.preview.columns.map(({ header, field, samples }) => [header, field, ...samples]),
    [
      ['Satu', 'name', 'Kartika'],
      ['Dua', null, 'x'],
      ['Tiga', 'category', 'RM'],
      ['Empat', 'bornIn', '12 Mei 2008'],
    ],
  );
  assert.equal(imported(shown).entries.at(10)?.bornIn, 2008);
});

test('headings are found below the name of the list', () => {
  const shown = preview('Daftar Peserta;;\nKlub Elang;;\nNama;Klub;Kategori\nKartika;Elang;RM\n');
  assert.deepEqual(
    shown.preview.rows.map(({ line, name }) => [line, name]),
    [[4, 'Kartika']],
  );
});

test('a plan is of exactly what is done', () => {
  const [a, b] = ['8A', '8B'].map(
    (target) => preview(`name,club,category,target\nFajar,Elang,RM,${target}\n`).preview.plan,
  );
  assert.match(a ?? '', /^[0-9a-f]{32}$/);
  assert.notEqual(a, b);
  assert.equal(preview('name,club,category,target\nFajar,Elang,RM,8A\n').preview.plan, a);
});
