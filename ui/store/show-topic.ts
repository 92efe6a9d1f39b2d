// Hearing the show of a competition, over whichever connection a page has.
import type { ShowSheet } from '../../src/domain/show/show-sheet.ts';
import type { DeltaBody, SnapshotBody } from '../../src/wire/server-to-client.ts';
import type { TopicListener } from '../link/link.ts';

export function listenToShow(heard: (sheet: ShowSheet | undefined) => void): TopicListener {
  return {
    snapshot(body: SnapshotBody) {
      if (body.kind === 'show') heard(body.show);
    },
    delta(body: DeltaBody) {
      if (body.kind === 'whole' && body.whole.kind === 'show') heard(body.whole.show);
    },
    missing: () => heard(undefined),
  };
}
