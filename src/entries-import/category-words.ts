// What people write into a category column → a category's code: World Archery's codes, Ianseo's codes of before 2022 (RCM for cadets),
// or words in English and Indonesian ("Recurve Putra", "Compound Women Under 18").

import type { Competition } from '../domain/competition.ts';
import { type Category, categoryFromCode } from '../domain/setup/categories.ts';

type Part = 'bow' | 'age' | 'gender';

const wordsOf: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  bow: { R: 'r recurve', C: 'c compound', B: 'b barebow' },
  gender: {
    M: 'm men man mens male boy boys putra pria laki pa',
    W: 'w women woman womens female ladies lady f girl girls putri wanita perempuan pi',
  },
  age: {
    '': 'senior seniors open umum dewasa',
    U15: 'u15',
    U18: 'u18 cadet cadets kadet',
    U21: 'u21 junior juniors',
    '50': '50 master masters veteran',
  },
};

const meanings: ReadonlyMap<string, { readonly part: Part; readonly value: string }> = new Map(
  (Object.keys(wordsOf) as Part[]).flatMap((part) =>
    Object.entries(wordsOf[part]).flatMap(([value, words]) =>
      words.split(' ').map((word) => [word, { part, value }] as const),
    ),
  ),
);

const oldAges: Readonly<Record<string, string>> = { c: 'u18', j: 'u21', m: '50' };
const oldCode = /^([rcb])([cjm])([mw])$/;
const oldClass = /^([cjm])([mw])$/;
const newClass = /^(u15|u18|u21|50)([mw])$/;

function tokensOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\bu(nder)?[\s-]*(?=\d)/g, 'u')
    .replaceAll("'", '');
  return plain
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '')
    .flatMap(splitClass);
}

/** `CM` in a class column is Ianseo's cadet men. */
function splitClass(token: string): readonly string[] {
  const old = oldClass.exec(token);
  if (old) return [oldAges[old[1] ?? ''] ?? '', old[2] ?? ''];
  const now = newClass.exec(token);
  return now ? [now[1] ?? '', now[2] ?? ''] : [token];
}

function codeFromWords(text: string): string | undefined {
  const found: Partial<Record<Part, string>> = {};
  for (const token of tokensOf(text)) {
    const meaning = meanings.get(token);
    if (!meaning) return undefined;
    const before = found[meaning.part];
    if (before !== undefined && before !== meaning.value) return undefined;
    found[meaning.part] = meaning.value;
  }
  const { bow, age = '', gender } = found;
  return bow === undefined || gender === undefined ? undefined : `${bow}${age}${gender}`;
}

function codeFromOldCode(text: string): string | undefined {
  const match = oldCode.exec(text.trim().toLowerCase());
  return match ? `${match[1]}${oldAges[match[2] ?? '']}${match[3]}` : undefined;
}

export type FindCategory = (text: string) => Category | undefined;

/** The competition's own categories come first, by code and by name; then World Archery's. Remembers what it found: lists repeat. */
export function createCategoryFinder({
  categories,
  discipline,
}: Pick<Competition, 'categories' | 'discipline'>): FindCategory {
  const comparable = (text: string) => text.trim().toLowerCase();
  const own = new Map<string, Category>();
  for (const category of categories.values()) own.set(comparable(category.name), category);
  for (const category of categories.values()) own.set(comparable(category.code), category);
  const remembered = new Map<string, Category | undefined>();

  function find(text: string): Category | undefined {
    const mine = own.get(comparable(text));
    if (mine) return mine;
    for (const code of [text, codeFromOldCode(text), codeFromWords(text)]) {
      const known = code === undefined ? undefined : categoryFromCode(code, discipline);
      if (known) return categories.get(known.code) ?? known;
    }
    return undefined;
  }

  return (text) => {
    if (!remembered.has(text)) remembered.set(text, find(text));
    return remembered.get(text);
  };
}

/** Sex as registration forms have it: L and P are Indonesia's (laki-laki, perempuan). */
export function genderWord(text: string): string {
  const letter = text.trim().toLowerCase();
  return letter === 'l' ? 'm' : letter === 'p' ? 'w' : text;
}
