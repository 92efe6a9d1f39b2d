// What the sections of one event, and the forms of one match, are given.
import type { BySide } from '../../../src/domain/match/match.ts';
import type { EventView } from '../../../src/wire/api-events.ts';
import type { ShowDeskProps, useChange } from '../use-change.ts';

export interface EventPartProps extends ShowDeskProps {
  readonly event: EventView;
  /** Something of the event has changed. */
  readonly onChanged: () => void;
}

export interface MatchFormProps {
  /** Of the match, in the interface. */
  readonly path: string;
  readonly names: BySide<string>;
  readonly change: ReturnType<typeof useChange>['change'];
  readonly busy: boolean;
}
