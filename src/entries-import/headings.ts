// Which heading means which field: English and Indonesian as clubs write them, and what Ianseo and other programs export. Earlier words
// win where two columns could serve.
import type { ImportField } from '../wire/import-fields.ts';

const words: Readonly<Record<ImportField, string>> = {
  name:
    'name, full name, nama, nama lengkap, athlete, athlete name, archer, archer name, nama atlet, nama pemanah, nama peserta, atlet, ' +
    'pemanah, peserta, competitor, participant, print name, display name, nom complet',
  givenName: 'given name, given names, first name, forename, given, first, nama depan, vorname, prenom, nombre, nome',
  familyName:
    'family name, last name, surname, family, last, nama belakang, nama keluarga, nachname, familienname, nom, nom de famille, ' +
    'apellido, apellidos, cognome',
  club:
    'club, club name, klub, nama klub, perkumpulan, verein, societa, kontingen, team, team name, tim, organisation, organization, ' +
    'association, asosiasi, sekolah, school, pengda, pengprov, provinsi, daerah, region, equipe',
  category:
    'category, category code, kategori, event, event code, nomor, kategori lomba, category name, categorie, code de categorie',
  division: 'division, divisi, bow, bow style, bow type, equipment, busur, jenis busur, div, arme, arc',
  ageClass: 'class, age class, age group, kelas, kelompok umur, age category, cl, classe',
  gender: 'gender, sex, jenis kelamin, kelamin, jk, sexe, genre',
  target:
    'target, target no, target number, target nr, bantalan, no bantalan, nomor bantalan, target place, bale, boss, lane, scheibe, cible',
  butt: 'butt, butt no, butt number',
  letter: 'letter, target letter, huruf, huruf bantalan, abjad, posisi, position, target position, lettre, buchstabe',
  country: 'country, country name, negara, nation, noc, country code, kode negara, land, pays, nazione, pais',
  bornIn:
    'year of birth, birth year, born in, born, yob, date of birth, birth date, birthday, dob, tahun lahir, th lahir, tanggal lahir, ' +
    'tgl lahir, lahir, tempat tanggal lahir, ttl, jahrgang, geburtsjahr, geburtsdatum, date de naissance, annee de naissance, ' +
    'data di nascita',
  also:
    'also, also in, also category, further categories, further category, other categories, additional category, kategori lain, ' +
    'kategori tambahan, juga, juga di, kategori kedua, second category, aussi en, autres categories',
  licence:
    'licence, license, licence number, license number, licence no, license no, membership number, membership no, membership, ' +
    'member number, member no, member id, nomor anggota, no anggota, nomor lisensi, no lisensi, lisensi, kta, no kta, nomor kta, ' +
    'numero de licence, no de licence, n licence, lizenz, lizenznummer, passnummer, tessera, bib, athlete id, wa id',
  needs: 'needs, special needs, kebutuhan, kebutuhan khusus, besoins, besoins particuliers',
  wheelchair: 'wheelchair, wheel chair, kursi roda, fauteuil, fauteuil roulant, rollstuhl',
  leftHanded: 'left handed, left hander, lh, kidal, gaucher, linkshander, hand, handedness, tangan',
  number: 'entry number, entry no, entry nr, nomor peserta, no peserta, numero d inscription',
};

const fields = Object.keys(words) as readonly ImportField[];
const places: ReadonlyMap<string, { readonly field: ImportField; readonly place: number }> = new Map(
  fields.flatMap((field) => words[field].split(', ').map((word, place) => [squash(word), { field, place }] as const)),
);

/** `Family_Name`, `FAMILY NAME` and `familyName` are one heading. */
function squash(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Lists have their name above the headings, and the club's, and the date: so many lines are looked at. */
export const headingLines = 10;

/** The column of each field that has one. */
export type Columns = Readonly<Partial<Record<ImportField, number>>>;

export function recogniseHeadings(headings: readonly string[]): Columns {
  const best = new Map<ImportField, { readonly column: number; readonly place: number }>();
  for (const [column, heading] of headings.entries()) {
    const found = places.get(squash(heading));
    if (!found) continue;
    const before = best.get(found.field);
    if (!before || found.place < before.place) best.set(found.field, { column, place: found.place });
  }
  const columns: Partial<Record<ImportField, number>> = {};
  for (const [field, { column }] of best) columns[field] = column;
  return agree(columns);
}

/** Headings mean something only beside the others: "Name" next to "Family name" is the given name; "Class" alone is the category. */
function agree(columns: Partial<Record<ImportField, number>>): Columns {
  const { name, givenName, familyName, club, country, category, division, ageClass, gender, target, butt, letter } =
    columns;
  const names =
    name === undefined || (familyName !== undefined && givenName === undefined)
      ? { givenName: givenName ?? name, familyName }
      : { name };
  const alone = [division, ageClass].filter((column) => column !== undefined);
  const combined = category === undefined && (alone.length === 2 || (alone.length === 1 && gender !== undefined));
  const categories = combined ? { division, ageClass, gender } : { category: category ?? alone[0] };
  const onlyButt = butt ?? target;
  const targets = letter === undefined ? { target: target ?? butt } : { butt: onlyButt, letter };
  // Where teams are countries there is no column for clubs.
  const clubs = club === undefined ? { club: country } : { club, country };
  const { bornIn, also, licence, needs, wheelchair, leftHanded, number } = columns;
  const others = { bornIn, also, licence, needs, wheelchair, leftHanded, number };
  return withoutGaps({ ...names, ...clubs, ...categories, ...targets, ...others });
}

/** As somebody says what the columns mean, in their order; the first of several for a field. */
export function columnsOfFields(meant: readonly (ImportField | undefined)[]): Columns {
  const columns: Partial<Record<ImportField, number>> = {};
  for (const [column, field] of meant.entries()) if (field !== undefined) columns[field] ??= column;
  return columns;
}

/** Which of the first lines has the headings: the first that says enough, else the one that says most, else the fullest. */
export function findHeadings(lines: readonly (readonly string[])[]): number {
  const first = lines.slice(0, headingLines).map((line) => ({ columns: recogniseHeadings(line), line }));
  const enough = first.findIndex(({ columns }) => missingColumns(columns).length === 0);
  if (enough >= 0) return enough;
  const scores = first.map(({ columns, line }) => {
    return Object.keys(columns).length * 1_000 + line.filter((field) => field.trim() !== '').length;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

function withoutGaps(columns: { readonly [field in ImportField]?: number | undefined }): Columns {
  const kept: Partial<Record<ImportField, number>> = {};
  for (const field of fields) {
    const column = columns[field];
    if (column !== undefined) kept[field] = column;
  }
  return kept;
}

/** What a list cannot do without; in the words that the file's author should write. */
export function missingColumns(columns: Columns): readonly string[] {
  const missing: string[] = [];
  if (columns.name === undefined && columns.familyName === undefined && columns.givenName === undefined)
    missing.push('name');
  if (columns.category === undefined && columns.division === undefined) missing.push('category');
  return missing;
}

export function fieldOfColumn(columns: Columns, column: number): ImportField | null {
  return fields.find((field) => columns[field] === column) ?? null;
}
