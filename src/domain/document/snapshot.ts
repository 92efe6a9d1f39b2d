// A competition's state as plain JSON, so that a start need not fold every fact again: the interchange document, and the devices beside it.
// Only a cache: a snapshot of another version is thrown away and the facts are folded instead.
import type { Competition, Device } from '../competition.ts';
import { competitionToDocument } from './competition-to-document.ts';
import type { CompetitionDocument } from './document.ts';
import { documentToCompetition } from './document-to-competition.ts';

/** Raise it with every change of Competition's or its document's shape or meaning. */
export const snapshotVersion = 6;

export interface CompetitionSnapshot {
  readonly version: number;
  readonly document: CompetitionDocument;
  readonly devices: readonly Device[];
}

export function competitionToSnapshot(state: Competition): CompetitionSnapshot {
  return {
    version: snapshotVersion,
    document: competitionToDocument(state),
    devices: [...state.devices.values()],
  };
}

/** Undefined for a snapshot of another version. */
export function snapshotToCompetition(snapshot: CompetitionSnapshot): Competition | undefined {
  if (snapshot.version !== snapshotVersion) return undefined;
  return {
    ...documentToCompetition(snapshot.document),
    devices: new Map(snapshot.devices.map((device) => [device.id, device])),
  };
}
