// The few words of published pages. They are read without script, so that a page is in one language: the organiser's.

export interface PageWords {
  readonly results: string;
  readonly rank: string;
  readonly archer: string;
  readonly club: string;
  readonly target: string;
  readonly arrows: string;
  readonly total: string;
  readonly matches: string;
  readonly final: string;
  readonly bronze: string;
  readonly asOf: string;
  readonly nobody: string;
  readonly none: string;
  readonly underReview: string;
  readonly official: string;
  readonly unofficial: string;
}

export const pageWords = {
  en: {
    ...{ results: 'Results', rank: 'Rank', archer: 'Archer', club: 'Club', target: 'Target', arrows: 'Arrows' },
    ...{ total: 'Total', matches: 'Matches', final: 'Final', bronze: 'Bronze match', asOf: 'As of', nobody: 'nobody' },
    ...{ official: 'Official', unofficial: 'Not official yet' },
    ...{ none: 'Nothing yet.', underReview: 'Under review: this is as it stood before.' },
  },
  id: {
    ...{ results: 'Hasil', rank: 'Peringkat', archer: 'Pemanah', club: 'Klub', target: 'Bantalan' },
    ...{ arrows: 'Anak panah', total: 'Total', matches: 'Pertandingan', final: 'Final' },
    ...{ bronze: 'Perebutan perunggu', asOf: 'Keadaan pada', nobody: 'tidak ada', none: 'Belum ada.' },
    ...{ official: 'Resmi', unofficial: 'Belum resmi' },
    underReview: 'Sedang ditinjau: ini keadaan sebelumnya.',
  },
  fr: {
    ...{ results: 'Résultats', rank: 'Rang', archer: 'Archer', club: 'Club', target: 'Cible', arrows: 'Flèches' },
    ...{ total: 'Total', matches: 'Duels', final: 'Finale', bronze: 'Petite finale', asOf: 'Situation du' },
    ...{ nobody: 'personne', none: 'Rien pour l’instant.' },
    ...{ official: 'Officiel', unofficial: 'Pas encore officiel' },
    underReview: 'En cours d’examen : ceci est l’état d’avant.',
  },
} as const satisfies Readonly<Record<string, PageWords>>;

export type PageLanguage = keyof typeof pageWords;
