// Boards that are about no category: clubs and medals, by words that stand in the address where else a category's code does.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { ClubIndex } from './club-board.tsx';
import { MedalBoard } from './medal-board.tsx';
import type { Layout } from './view-options.ts';

export type SpecialBoardName = 'clubs' | 'medals';

/** A category that has such a code comes first. */
export function specialBoardOf(
  { categories }: CompetitionView,
  name: string | undefined,
): SpecialBoardName | undefined {
  if (categories.some(({ code }) => code === name)) return undefined;
  return name === 'clubs' || name === 'medals' ? name : undefined;
}

interface SpecialBoardProps {
  readonly name: SpecialBoardName;
  readonly competition: CompetitionView;
  readonly layout: Layout;
}

export function SpecialBoard({ name, competition, layout }: SpecialBoardProps) {
  if (name === 'clubs') return <ClubIndex competition={competition} layout={layout} />;
  return <MedalBoard competition={competition} layout={layout} />;
}
