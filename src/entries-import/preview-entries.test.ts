import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEntry } from '../domain/commands.ts';
import { ask, smallCompetition } from '../testing/small-competition.ts';
import { readTextList } from './list-file.ts';
import { type EntriesPreview, type ImportChoices, previewEntries } from './preview-entries.ts';

const state = smallCompetition();
const bytesOf = (text: string) => new TextEncoder().encode(text);

function preview(
  file: string | Uint8Array,
  assignTargets = false,
  more: Omit<ImportChoices, 'assignTargets'> = {},
): EntriesPreview {
  const list = readTextList(typeof file === 'string' ? bytesOf(file) : file);
  return previewEntries(list, state, { assignTargets, ...more });
}

/** Those that are registered. */
function addedBy({ command }: Pick<EntriesPreview, 'command'>): readonly NewEntry[] {
  if (!command) return [];
  return command.kind === 'importEntries' ? command.entries : (command.added ?? []);
}

/** `line code` of every problem, or the file's. */
function problemsOf({ preview: { fileProblem, rows } }: EntriesPreview): readonly string[] {
  if (fileProblem) return [fileProblem.code];
  return rows.flatMap(({ line, problems }) => problems.map(({ code }) => `${line} ${code}`));
}

function fieldsOf({ preview: { columns } }: EntriesPreview) {
  return columns.map(({ field }) => field);
}

const isNew = { outcome: 'new', entry: null, changes: [], problems: [] } as const;

test('a plain list becomes a command that the domain accepts', () => {
  const { preview: shown, command } = preview(
    'Name,Club,Category,Target\nFajar Nugraha,Elang,RM,3A\nGita Lestari,Elang,CU18W,3B\n',
  );
  assert.deepEqual(shown.rows, [
    { ...isNew, line: 2, name: 'Fajar Nugraha', club: 'Elang', category: 'RM', target: '3A' },
    { ...isNew, line: 3, name: 'Gita Lestari', club: 'Elang', category: 'CU18W', target: '3B' },
  ]);
  assert.deepEqual(shown.newCategories, [
    { code: 'CU18W', name: 'Compound Under 18 Women', roundId: 'wa720-50-compound' },
  ]);
  assert.deepEqual([shown.good, shown.bad], [2, 0]);
  assert.ok(command);
  assert.equal(ask(state, command).rejection, undefined);
});

for (const [label, file, encoding] of [
  ['UTF-8', bytesOf('nama;klub;kategori\nZoë Ångström;Sjö;RM\n'), 'utf-8'],
  ['UTF-8 with BOM', bytesOf('\ufeffnama;klub;kategori\nZoë Ångström;Sjö;RM\n'), 'utf-8'],
  ['UTF-16LE', Buffer.from('\ufeffnama;klub;kategori\nZoë Ångström;Sjö;RM\n', 'utf16le'), 'utf-16le'],
  ['Latin-1', Buffer.from('nama;klub;kategori\nZoë Ångström;Sjö;RM\n', 'latin1'), 'windows-1252'],
] as const) {
  test(`${label} is read as such`, () => {
    const { preview: shown } = preview(file);
    assert.equal(shown.encoding, encoding);
    assert.equal(shown.delimiter, ';');
    assert.equal(shown.columns[0]?.field, 'name');
    assert.deepEqual(
      shown.rows.map(({ name, club, problems }) => [name, club, problems]),
      [['Zoë Ångström', 'Sjö', []]],
    );
  });
}

test('windows-1252 is more than Latin-1: the apostrophe of Windows', () => {
  const { preview: shown } = preview(Uint8Array.from([...bytesOf('name,category\nO'), 0x92, ...bytesOf('Brien,RM\n')]));
  assert.equal(shown.rows[0]?.name, 'O’Brien');
});

test('bytes that are no letter in any encoding are said to be so', () => {
  assert.deepEqual(problemsOf(preview(Uint8Array.from([...bytesOf('name,category\nX'), 0x81, ...bytesOf(',RM\n')]))), [
    '2 unreadableText',
  ]);
});

for (const [file, delimiter] of [
  ['name,club,category\nA,B,RM', ','],
  ['name;club;category\nA, B;C;RM', ';'],
  ['name\tclub\tcategory\nA; B\tC\tRM', '\t'],
  ['sep=;\nname;category\nA;RM', ';'],
] as const) {
  test(`the delimiter of ${JSON.stringify(file.slice(0, 18))}`, () => {
    const shown = preview(file);
    assert.equal(shown.preview.delimiter, delimiter);
    assert.deepEqual(problemsOf(shown), []);
  });
}

for (const [header, fields] of [
  ['Nama Lengkap,Klub,Kategori,Bantalan', ['name', 'club', 'category', 'target']],
  ['First name;Last name;Country;Event', ['givenName', 'familyName', 'club', 'category']],
  [
    'FamilyName,GivenName,NOC,Country,Division,Class,TargetNo',
    ['familyName', 'givenName', null, 'club', 'division', 'ageClass', 'target'],
  ],
  ['Nachname,Name,Verein,Class', ['familyName', 'givenName', 'club', 'category']],
  ['Name,Team,Division,Target,Letter', ['name', 'club', 'category', 'butt', 'letter']],
  ['Bow,Jenis Kelamin,Nama,Bib', ['division', 'gender', 'name', 'licence']],
] as const) {
  test(`headings: ${header}`, () => {
    assert.deepEqual(fieldsOf(preview(`${header}\nx`)), fields);
  });
}

for (const [header, row, name, category, target] of [
  ['given name,family name,category', 'Hadi,Saputra,bm', 'Hadi Saputra', 'BM', ''],
  ['name,division,class', 'Indah,R,U21W', 'Indah', 'RU21W', ''],
  ['name,division,class', 'Indah,Recurve,JW', 'Indah', 'RU21W', ''],
  ['nama,busur,jenis kelamin', 'Joko,Barebow,L', 'Joko', 'BM', ''],
  ['nama,kategori', 'Kartika,Compound Putri U-18', 'Kartika', 'CU18W', ''],
  ['nama,kategori', 'Lukman,Recurve Men', 'Lukman', 'RM', ''],
  ['nama,kategori', 'Lukman,RCM', 'Lukman', 'RU18M', ''],
  ['name,category,target,letter', 'Made,RM,007,c', 'Made', 'RM', '7C'],
  ['name,category,target', 'Made,RM,012A', 'Made', 'RM', '12A'],
] as const) {
  test(`${header}: ${row}`, () => {
    const shown = preview(`${header}\n${row}\n`);
    assert.deepEqual(problemsOf(shown), []);
    assert.deepEqual(
      shown.preview.rows.map((each) => [each.name, each.category, each.target]),
      [[name, category, target]],
    );
  });
}

test('country, year of birth and further categories come along; what is empty does not', () => {
  const { preview: shown, command } = preview(
    'Nama,Klub,Kategori,Negara,Tanggal Lahir,Kategori Lain\n' +
      'Fajar Nugraha,Elang,RU21M,INA,"Jakarta, 12 Mei 2008",RM\nGita Lestari,Elang,RM, ,,\n',
  );
  assert.deepEqual(fieldsOf({ preview: shown, command }), ['name', 'club', 'category', 'country', 'bornIn', 'also']);
  const [fajar, gita] = addedBy({ command });
  assert.deepEqual(fajar, {
    name: 'Fajar Nugraha',
    club: 'Elang',
    category: 'RU21M',
    target: undefined,
    country: 'INA',
    bornIn: 2008,
    also: ['RM'],
  });
  assert.deepEqual(gita, { name: 'Gita Lestari', club: 'Elang', category: 'RM', target: undefined });
  assert.deepEqual(
    shown.rows.map(({ country, bornIn, also }) => [country, bornIn, also]),
    [
      ['INA', 2008, ['RM']],
      [undefined, undefined, undefined],
    ],
  );
  assert.deepEqual(
    shown.newCategories.map(({ code }) => code),
    ['RU21M'],
  );
  assert.ok(command);
  assert.deepEqual(ask(state, command).state?.entries.at(6)?.also, ['RM']);
});

test('a further category that does not exist yet comes along as well; the own one once more is nothing', () => {
  const { preview: shown, command } = preview('name,category,also\nA,RM,RU21M + rm & Recurve Men\nB,RM,RW\n');
  assert.deepEqual(
    shown.newCategories.map(({ code }) => code),
    ['RU21M', 'RW'],
  );
  assert.deepEqual(
    addedBy({ command }).map(({ also }) => also),
    [['RU21M'], ['RW']],
  );
});

for (const [text, year] of [
  ['2008', 2008],
  ['31/12/2008', 2008],
  ['2008-12-31', 2008],
  ['12 Mei 2008', 2008],
  ['1.1.1961', 1961],
] as const) {
  test(`a birth written ${text}`, () => {
    assert.equal(addedBy(preview(`name,category,dob\nA,RM,${text}\n`))[0]?.bornIn, year);
  });
}

for (const [label, file, problems] of [
  ['a birth without a year', 'name,category,born\nA,RM,31/12/08\nB,RM,39813\n', ['2 badBirth', '3 badBirth']],
  ['a birth of two years', 'name,category,born\nA,RM,2008 or 2009\n', ['2 badBirth']],
  ['a birth to come', 'name,category,born\nA,RM,2027\n', ['2 bornInWrong']],
  ['too old for the class', 'name,category,born\nA,RU18M,2008\nB,RU18M,2009\n', ['2 bornInWrong']],
  ['too old for a further class', 'name,category,born,also\nA,RM,2000,RU21M\n', ['2 bornInWrong']],
  ['a country of a page', `name,club,category,country\nA,B,RM,${'x'.repeat(61)}\n`, ['2 countryWrong']],
  ['a further category of another round', 'name,category,also\nA,RM,CW\n', ['2 otherRound']],
  ['a further category of nobody', 'name,category,also\nA,RM,RU21M;Longbow\n', ['2 unknownCategory']],
  ['further categories of a page', `name,category,also\nA,RM,${'x'.repeat(101)}\n`, ['2 tooLong']],
  ['no file', '', ['emptyFile']],
  ['blank lines', '\n \n;;\n', ['emptyFile']],
  ['headings only', 'name,category\n', ['emptyFile']],
  ['no headings', 'Fajar,Elang,RM\n', ['noHeader']],
  ['headings of something else', 'price,amount\n1,2\n', ['noHeader']],
  ['no category', 'name,club\nA,B\n', ['missingColumns']],
  ['an unclosed quote', 'name,category\nA,RM\n"B,RM\nC,RM\n', ['unclosedQuote']],
  ['a name missing', 'name,category\n ,RM\n', ['2 nameMissing']],
  ['a category missing', 'name,category\nA,\n', ['2 categoryMissing']],
  ['a category of nobody', 'name,category\nA,Longbow Men\n', ['2 unknownCategory']],
  ['a category that contradicts itself', 'name,category\nA,Recurve Compound Men\n', ['2 unknownCategory']],
  ['a target without a letter', 'name,category,target\nA,RM,12\n', ['2 badTarget']],
  ['a target taken before', 'name,category,target\nA,RM,1A\n', ['2 targetTaken']],
  ['a target twice', 'name,category,target\nA,RM,9A\nB,RM,09a\n', ['3 targetTaken']],
  ['twice in the file', 'name,club,category\nA,B,RM\nA,B,Recurve Men\n', ['3 duplicateEntry']],
  ['more fields than headings', 'name,category\nA,RM,x\n', ['2 tooManyColumns']],
  ['a need of nobody', 'name,category,needs\nA,RM,ladder\nB,RM,kidal\n', ['2 badNeeds']],
  ['a tick that is none', 'name,category,wheelchair\nA,RM,perhaps\nB,RM,ya\n', ['2 badNeeds']],
  ['a licence of a page', `name,category,licence\nA,RM,${'x'.repeat(41)}\n`, ['2 licenceWrong']],
  ['an error of the spreadsheet', 'name,category,target\nA,RM,#REF!\n', ['2 badTarget', '2 cellError']],
  ['empty fields too many', 'name,category\nA,RM,,\n', []],
  ['a name of a page', `name,category\n${'x'.repeat(101)},RM\n`, ['2 tooLong']],
] as const) {
  test(`says what is wrong: ${label}`, () => {
    const shown = preview(file);
    assert.deepEqual(problemsOf(shown), problems);
    assert.equal(shown.command === undefined, problems.length > 0);
  });
}

test('a spreadsheet or a picture is no text', () => {
  assert.deepEqual(problemsOf(preview(Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6]))), ['notText']);
  assert.deepEqual(problemsOf(preview(Uint8Array.from([0xfe, 0xff, 0, 0x6e]))), ['notText']);
});

test('the line that a quote was opened on is named', () => {
  const { preview: shown } = preview('name,category\n"two\nlines",RM\n\n"B,RM\nC,RM\n');
  assert.deepEqual(shown.fileProblem, { code: 'unclosedQuote', details: { line: '5' } });
});

test('line numbers are those of the file, over blank lines, quoted line ends and sep=', () => {
  const { preview: shown } = preview('sep=,\r\nname,category\r\n\r\n"Two\r\nlines",RM\r\nLast,RM\r\n');
  assert.deepEqual(
    shown.rows.map(({ line, name }) => [line, name]),
    [
      [4, 'Two\nlines'],
      [6, 'Last'],
    ],
  );
});

test('what is typed stays as typed, formulas included; the apostrophe of an export goes', () => {
  const { command } = preview(
    'name,club,category\n"=HYPERLINK(""x"")",@club,RM\nRobert "Bob" Smith,+1,RM\n\'=1+1,\'Elang,RM\n',
  );
  assert.deepEqual(
    addedBy({ command }).map(({ name, club }) => [name, club]),
    [
      ['=HYPERLINK("x")', '@club'],
      ['Robert "Bob" Smith', '+1'],
      ['=1+1', "'Elang"],
    ],
  );
});

test('one bad line and there is nothing to import', () => {
  const { preview: shown, command } = preview('name,category\nA,RM\nB,nothing\n');
  assert.deepEqual([shown.good, shown.bad, command], [1, 1, undefined]);
});

test('targets are assigned to those who have none, round what is taken', () => {
  const shown = preview('name,category,target\nA,RM,\nB,CW,3A\nC,CW,\nD,RM,\n', true);
  assert.deepEqual(
    shown.preview.rows.map(({ target }) => target),
    ['4A', '3A', '5A', '4B'],
  );
  assert.ok(shown.command);
  assert.equal(ask(state, shown.command).rejection, undefined);
});

test('more rows than a competition can hold', () => {
  const lines = Array.from({ length: 20_001 }, (_, index) => `Archer ${index},RM`);
  assert.deepEqual(problemsOf(preview(`name,category\n${lines.join('\n')}`)), ['tooManyRows']);
  assert.deepEqual(problemsOf(preview(`name,category\n${'\n'.repeat(200_000)}`)), ['tooManyRows']);
  assert.deepEqual(problemsOf(preview(';'.repeat(1_000_000))), ['emptyFile']);
  assert.deepEqual(problemsOf(preview(`name,category${',x'.repeat(1_000_000)}\nA,RM\n`)), ['noHeader']);
});

test('a file of nothing but spaces, or of one endless line, is answered too', () => {
  assert.deepEqual(problemsOf(preview(' '.repeat(8_000_000))), ['emptyFile']);
  assert.deepEqual(problemsOf(preview(`name,category\n${'u '.repeat(1_000_000)},${'u '.repeat(1_000_000)}`)), [
    '2 unknownCategory',
    '2 tooLong',
    '2 tooLong',
  ]);
});

test('12,000 rows', (t) => {
  const codes = ['RM', 'RW', 'Compound Men', 'CU18W'];
  const lines = Array.from(
    { length: 12_000 },
    (_, index) => `Archer ${index},Club ${index % 300},${codes[index % 4]},`,
  );
  const file = bytesOf(`name,club,category,target\n${lines.join('\n')}\n`);
  const began = performance.now();
  const { preview: shown, command } = previewEntries(readTextList(file), state, { assignTargets: true });
  t.diagnostic(`previewed in ${Math.round(performance.now() - began)} ms`);
  assert.deepEqual([shown.good, shown.bad], [12_000, 0]);
  assert.ok(command);
  assert.equal(ask(state, command).state?.entryCount, 12_005);
});
