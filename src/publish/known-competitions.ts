// What has come of each competition, and the files that follow from it.
import type { Leaderboard } from '../domain/ranking/leaderboard.ts';
import { currentAnnouncements } from '../domain/show/rotation.ts';
import type { ShowSheet } from '../domain/show/show-sheet.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { BracketView } from '../wire/api-matches.ts';
import type { PartContent } from '../wire/relay/relay-part.ts';
import { parseTopic } from '../wire/topics.ts';
import { competitionFiles, indexFile, type KnownCompetition } from './competition-files.ts';
import type { PageLanguage } from './words.ts';

interface Known {
  about: CompetitionView | undefined;
  readonly boards: Map<string, Leaderboard>;
  readonly brackets: Map<string, BracketView>;
  show: ShowSheet;
}

const noShow: ShowSheet = { screens: [], playlists: [], announcements: [], underReview: [] };

export class KnownCompetitions {
  readonly #all = new Map<string, Known>();

  /** Names and contents as the relay has them; what is published of them is what there are files for. */
  take(competition: string, name: string, content: PartContent): void {
    const known = this.#all.get(competition) ?? {
      about: undefined,
      boards: new Map(),
      brackets: new Map(),
      show: noShow,
    };
    this.#all.set(competition, known);
    if (content.kind === 'board') {
      if (content.body.kind === 'leaderboard') known.boards.set(name, content.body.leaderboard);
      if (content.body.kind === 'show') known.show = content.body.show;
      return;
    }
    // The types are the contract's: the appliance made these answers (http/relayed-answers.ts).
    if (content.list === 'categories') known.about = content.value as CompetitionView;
    if (content.list === 'matches') known.brackets.set(name, content.value as BracketView);
  }

  forget(names: readonly string[]): void {
    for (const known of this.#all.values()) {
      for (const name of names) {
        known.boards.delete(name);
        known.brackets.delete(name);
      }
    }
    const gone = [...this.#all].filter(
      ([, { about }]) => about && names.includes(`/api/competitions/${encodeURIComponent(about.id)}`),
    );
    for (const [id] of gone) this.#all.delete(id);
  }

  /** `nowMs` decides which announcements are over. */
  files(language: PageLanguage, nowMs: number): ReadonlyMap<string, string> {
    const all = [...this.#all.values()].flatMap((each): readonly KnownCompetition[] => {
      if (!each.about) return [];
      const boards = [...each.boards].map(([name, board]) => [categoryOf(name), board] as const);
      const { about, show, brackets } = each;
      const announcements = currentAnnouncements(show, nowMs, 'elsewhere');
      return [
        {
          about,
          boards: new Map(boards),
          brackets: [...brackets.values()],
          announcements,
          underReview: show.underReview,
        },
      ];
    });
    const files = new Map(all.flatMap((known) => [...competitionFiles(known, language)]));
    return all.length === 0 ? files : files.set('index.html', indexFile(all, language));
  }
}

function categoryOf(name: string): string {
  const topic = parseTopic(name);
  return topic?.kind === 'leaderboard' ? topic.category : name;
}
