// A competition's state at a start: the last snapshot, the archived facts after it, and the stream's tail that the archive has not yet.
import type { Archive } from '../archive/archive.ts';
import type { Competition } from '../domain/competition.ts';
import { snapshotToCompetition } from '../domain/document/snapshot.ts';
import { evolve } from '../domain/evolve.ts';
import type { Position } from '../domain/facts.ts';
import type { Journal, JournalRecord } from '../journal/journal.ts';
import { type Chain, chainAfter, followChain } from '../journal/record-chain.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import type { StartingPoint } from './competition-writer.ts';

const pageLength = 5_000;

export interface LoadingParts {
  readonly journal: Journal;
  readonly archive: Archive;
  readonly log: Log;
}

/** `archivedSeq` is the last fact that the archive has, 0 for none. Throws JournalGapError when facts are in neither of the two. */
export async function loadCompetition(
  competition: string,
  archivedSeq: number,
  { journal, archive, log }: LoadingParts,
): Promise<StartingPoint> {
  const head = await agreedHead(competition, archivedSeq, journal, log);
  const takenEffect = await loadTakenEffect(competition, archive);
  const saved = await archive.latestSnapshot(competition);
  let state: Competition | undefined = saved && snapshotToCompetition(saved.snapshot);
  let seq = saved && state ? saved.seq : 0;
  let chain = await chainAt(competition, seq, archive);

  function fold(records: readonly JournalRecord[]) {
    for (const record of records) {
      invariant(record.seq === seq + 1, `fact ${record.seq} follows ${seq} in ${competition}`);
      const recorded = bytesToFact(record.seq, record.bytes);
      const step = followChain(chain, record.bytes);
      // Scores go on: a person must hear of it, and `tenring verify` tells more.
      if (step.broken) log.error({ competition, seq: record.seq }, 'a fact does not follow the one before it');
      chain = step.chain;
      state = evolve(state, recorded.fact, recorded);
      seq = record.seq;
      takenEffect.set(recorded.commandId, seq);
    }
  }

  while (seq < archivedSeq) {
    const page = await archive.read(competition, seq, pageLength);
    invariant(page.length > 0, `the archive has ${competition} up to fact ${archivedSeq}`);
    fold(page);
  }
  while (seq < head.seq) fold(await journal.read(competition, seq, pageLength));
  return { at: { epoch: head.epoch, seq }, state, head: chain.head, takenEffect };
}

async function chainAt(competition: string, seq: number, archive: Archive): Promise<Chain> {
  if (seq === 0) return chainAfter(undefined);
  const [last] = await archive.read(competition, seq - 1, 1);
  invariant(last?.seq === seq, `the archive has fact ${seq} of ${competition}, of which it has a snapshot`);
  return chainAfter(last.bytes);
}

/** A journal that lost what the archive still has goes on after it, in a new epoch. */
async function agreedHead(competition: string, archivedSeq: number, journal: Journal, log: Log): Promise<Position> {
  const head = await journal.head(competition);
  if (head.seq >= archivedSeq) return head;
  log.warn(
    { competition, archivedSeq, journalSeq: head.seq },
    'the journal is behind the archive: it goes on from there, in a new epoch',
  );
  return journal.seed(competition, archivedSeq);
}

async function loadTakenEffect(competition: string, archive: Archive): Promise<Map<string, number>> {
  const takenEffect = new Map<string, number>();
  let after = 0;
  for (;;) {
    const page = await archive.commands(competition, after, pageLength);
    for (const { commandId, seq } of page) {
      takenEffect.set(commandId, seq);
      after = seq;
    }
    if (page.length < pageLength) return takenEffect;
  }
}
