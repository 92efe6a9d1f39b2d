// Invented people and clubs. First and last names are common ones of several countries, put together by chance; no list of athletes was
// used. Indonesian names often have no family name behind them, so some come from two given names.
import type { Random } from './random.ts';

export type Gender = 'M' | 'W';

export interface Athlete {
  readonly name: string;
  readonly club: string;
}

type Names = readonly [string, ...string[]];

interface Origin {
  readonly given: Readonly<Record<Gender, Names>>;
  readonly family: Names;
}

const indonesian: Origin = {
  given: {
    M: [
      'Adi',
      'Agung',
      'Bagas',
      'Bayu',
      'Candra',
      'Damar',
      'Dimas',
      'Fajar',
      'Galih',
      'Hendra',
      'Ilham',
      'Joko',
      'Krisna',
      'Made',
      'Panji',
      'Rangga',
      'Satria',
      'Teguh',
      'Wahyu',
      'Yoga',
    ],
    W: [
      'Anisa',
      'Ayu',
      'Citra',
      'Dewi',
      'Dian',
      'Endah',
      'Fitri',
      'Gita',
      'Indah',
      'Intan',
      'Kartika',
      'Laras',
      'Melati',
      'Ningsih',
      'Putri',
      'Ratih',
      'Sekar',
      'Sri',
      'Tari',
      'Wulan',
    ],
  },
  family: [
    'Anggara',
    'Firmansyah',
    'Gunawan',
    'Hidayat',
    'Kusuma',
    'Lesmana',
    'Mahardika',
    'Nugraha',
    'Permana',
    'Prasetya',
    'Purnama',
    'Rahayu',
    'Santoso',
    'Setiawan',
    'Siregar',
    'Suryadi',
    'Utami',
    'Wibisono',
    'Wirawan',
    'Yulianti',
  ],
};

const international: readonly [Origin, ...Origin[]] = [
  {
    given: { M: ['Callum', 'Edwin', 'Gareth', 'Martin', 'Rowan'], W: ['Bethan', 'Heather', 'Isla', 'Joanna', 'Megan'] },
    family: ['Ashworth', 'Calder', 'Fenwick', 'Holloway', 'Pemberton', 'Thorne'],
  },
  {
    given: { M: ['Anton', 'Falk', 'Jonas', 'Lukas', 'Tilo'], W: ['Annika', 'Greta', 'Johanna', 'Lena', 'Svenja'] },
    family: ['Brandt', 'Hartwig', 'Lindner', 'Reuter', 'Vogt', 'Winkler'],
  },
  {
    given: { M: ['Baptiste', 'Hugo', 'Mathis', 'Rémi', 'Yann'], W: ['Camille', 'Élise', 'Inès', 'Margaux', 'Zoé'] },
    family: ['Aubert', 'Caron', 'Fontaine', 'Lacombe', 'Marchand', 'Vasseur'],
  },
  {
    given: { M: ['Arjun', 'Kabir', 'Nikhil', 'Rohan', 'Vikram'], W: ['Anjali', 'Divya', 'Kavya', 'Meera', 'Pooja'] },
    family: ['Bhat', 'Deshmukh', 'Iyer', 'Kulkarni', 'Nair', 'Saxena'],
  },
  {
    given: {
      M: ['Diego', 'Javier', 'Mateo', 'Nicolás', 'Tomás'],
      W: ['Camila', 'Jimena', 'Lucía', 'Renata', 'Valeria'],
    },
    family: ['Aguilar', 'Cordero', 'Figueroa', 'Ledesma', 'Quiroga', 'Zamora'],
  },
  {
    given: {
      M: ['Farid', 'Hakim', 'Irfan', 'Jian Ming', 'Wei Han'],
      W: ['Aisyah', 'Hui Min', 'Li Ting', 'Nurul', 'Siti'],
    },
    family: ['Abdullah', 'Chua', 'Ismail', 'Lim', 'Rahman', 'Tan'],
  },
];

const clubs: Names = [
  'Elang Senja',
  'Panah Nusa Indah',
  'Busur Cendana',
  'Rimba Raya Archery',
  'Teluk Biru Archers',
  'Sasana Panah Merapi',
  'Kijang Emas',
  'Bintang Selatan',
  'Northbrook Bowmen',
  'Lindenau Bogenclub',
  'Les Archers du Vallon',
  'Saffron Field Archers',
  'Arqueros del Cerro',
  'Harbour City Archery',
];

function drawName(gender: Gender, random: Random): string {
  if (random.next() < 0.3) {
    const origin = random.pick(international);
    return `${random.pick(origin.given[gender])} ${random.pick(origin.family)}`;
  }
  const first = random.pick(indonesian.given[gender]);
  const second = random.next() < 0.15 ? random.pick(indonesian.given[gender]) : random.pick(indonesian.family);
  return first === second ? `${first} ${indonesian.family[0]}` : `${first} ${second}`;
}

/** No name comes twice: when the lists run dry, a third name goes between. `used` grows. */
export function drawAthlete(gender: Gender, used: Set<string>, random: Random): Athlete {
  let name = drawName(gender, random);
  while (used.has(name)) {
    const [first = '', ...rest] = drawName(gender, random).split(' ');
    const between = random.next() < 0.5 ? [] : [random.pick(indonesian.given[gender])];
    name = [first, ...between.filter((each) => each !== first), ...rest].join(' ');
  }
  used.add(name);
  return { name, club: random.pick(clubs) };
}
