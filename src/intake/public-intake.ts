// Intake as the public may see it: the same competitions, each as `publicOf` shows it. For boards, feeds, the relay, and whoever asks over HTTP
// without being the organiser.
import { publicOf } from '../domain/show/public-state.ts';
import type { CompetitionView, Intake } from './intake.ts';

export type PublicIntake = Pick<Intake, 'find' | 'list' | 'onCommitted'>;

export function publicViewOf(view: CompetitionView): CompetitionView {
  const state = publicOf(view.state);
  return state === view.state ? view : { ...view, state };
}

export function publicIntake(intake: PublicIntake): PublicIntake {
  return {
    find(competition) {
      const view = intake.find(competition);
      return view && publicViewOf(view);
    },
    list: () => intake.list().map(publicViewOf),
    onCommitted(listener) {
      intake.onCommitted((committed) => listener({ ...committed, state: publicOf(committed.state) }));
    },
  };
}
