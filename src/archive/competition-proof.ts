// One competition proved, fact by fact from the first: numbered without gaps, chained, readable, folding, and what the archive keeps
// beside the records (columns, snapshots, head) saying the same. The first flaw ends it: what comes after a changed fact proves nothing.
import { isDeepStrictEqual } from 'node:util';
import type { Competition } from '../domain/competition.ts';
import { type CompetitionSnapshot, competitionToSnapshot } from '../domain/document/snapshot.ts';
import { evolve } from '../domain/evolve.ts';
import { type Chain, emptyChain, followChain, hashToText } from '../journal/record-chain.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import { type FactRow, recordToRow } from './fact-row.ts';

export type FlawProblem =
  /** SQLite says so, or the file or its journal is damaged. */
  | 'file'
  /** A number is missing. */
  | 'gap'
  /** A fact was written after another one than the one that stands before it. */
  | 'chain'
  | 'unreadable'
  /** It is readable, and cannot have happened. */
  | 'impossible'
  /** What the archive keeps beside a record is not what the record says. */
  | 'columns'
  /** The last fact is not the one that the archive knows as the last. */
  | 'head'
  /** A saved state is not what the facts give. */
  | 'snapshot'
  /** The journal and the archive have different facts. */
  | 'journal';

/** A fact as a person finds it again. */
export interface FactLabel {
  readonly seq: number;
  /** ms since 1970; undefined where it cannot be read. */
  readonly at: number | undefined;
  readonly by: string;
  readonly what: string;
}

export interface Flaw {
  readonly problem: FlawProblem;
  readonly competition: string | undefined;
  /** The first fact at which it shows. */
  readonly fact: FactLabel | undefined;
  /** A sentence without a full stop. */
  readonly why: string;
}

export interface ProvenCompetition {
  readonly id: string;
  /** Its id where it has no readable name. */
  readonly name: string;
  /** How many are proved, from the first. */
  readonly facts: number;
  /** Hash of the last fact: 64 hexadecimal digits; empty where there is a flaw. */
  readonly head: string;
  /** The first fact that a later one vouches for: 1, or later where the first ones are from before chains were kept; 0 for no chain. */
  readonly chainedFrom: number;
  readonly flaw: Flaw | undefined;
}

export interface StoredRecord {
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** What the archive keeps beside it; undefined for a record that only the journal has. */
  readonly columns: Pick<FactRow, 'atMs' | 'commandId' | 'kind' | 'actor'> | undefined;
}

/** What the archive says of a competition as a whole. */
export interface ArchivedEnd {
  readonly seq: number;
  /** Undefined in an archive from before heads were kept. */
  readonly head: Uint8Array | undefined;
}

export class CompetitionProof {
  readonly #id: string;
  readonly #end: ArchivedEnd;
  readonly #snapshots: ReadonlyMap<number, CompetitionSnapshot>;
  #chain: Chain = emptyChain;
  #chainedFrom = 0;
  #facts = 0;
  #state: Competition | undefined;
  #last: FactLabel | undefined;
  #flaw: Flaw | undefined;

  constructor(id: string, end: ArchivedEnd, snapshots: ReadonlyMap<number, CompetitionSnapshot>) {
    this.#id = id;
    this.#end = end;
    this.#snapshots = snapshots;
  }

  get hasFlaw(): boolean {
    return this.#flaw !== undefined;
  }

  /** The next record. */
  take(record: StoredRecord): void {
    if (this.#flaw) return;
    const row = recordToRow(record);
    const label = labelOf(row);
    const flaw = this.#flawOf(record, row);
    if (flaw) {
      this.#flaw = { competition: this.#id, fact: label, ...flaw };
      // The one before it may be the one that was changed.
      if (flaw.problem === 'chain') this.#facts = Math.max(0, this.#facts - 1);
      return;
    }
    this.#facts = record.seq;
    this.#last = label;
  }

  result(): ProvenCompetition {
    const flaw = this.#flaw ?? this.#missing();
    const name = this.#state?.name ?? this.#id;
    const head = flaw ? '' : hashToText(this.#chain.head);
    return { id: this.#id, name, facts: this.#facts, head, chainedFrom: this.#chainedFrom, flaw };
  }

  #flawOf(record: StoredRecord, row: FactRow): Pick<Flaw, 'problem' | 'why'> | undefined {
    const { seq, bytes, columns } = record;
    const next = this.#facts + 1;
    if (seq !== next) return { problem: 'gap', why: `${factsFromTo(next, seq - 1)} missing before it` };
    const { chain, broken } = followChain(this.#chain, bytes);
    if (broken === 'unreadable' || row.unreadable !== undefined)
      return { problem: 'unreadable', why: `it cannot be read: it is damaged, or of a newer Tenring` };
    if (broken) return { problem: 'chain', why: this.#whyBroken(broken) };
    if (columns && !isSame(columns, row))
      return { problem: 'columns', why: 'its time, kind, author or command is kept differently beside it' };
    if (chain.hasBegun && this.#chainedFrom === 0) this.#chainedFrom = Math.max(1, seq - 1);
    this.#chain = chain;
    return this.#headFlaw(seq) ?? this.#foldingFlaw(seq, bytes);
  }

  #whyBroken(broken: 'stopped' | 'another'): string {
    const before = this.#last ? `fact ${this.#last.seq} (${describeFact(this.#last)})` : 'nothing';
    return broken === 'stopped'
      ? 'it does not say which fact was before it, though the facts before it do'
      : `it was written after another one than ${before}: one of the two was changed, or put there later`;
  }

  #foldingFlaw(seq: number, bytes: Uint8Array): Pick<Flaw, 'problem' | 'why'> | undefined {
    const recorded = bytesToFact(seq, bytes);
    try {
      this.#state = evolve(this.#state, recorded.fact, recorded);
    } catch (error) {
      // Whatever a fact does to a state that it cannot have met: that it does is the finding.
      return { problem: 'impossible', why: `it cannot have happened here (${String(error)})` };
    }
    const saved = this.#snapshots.get(seq);
    if (!saved || isDeepStrictEqual(saved, throughJson(competitionToSnapshot(this.#state)))) return undefined;
    return { problem: 'snapshot', why: 'the state that was saved after it is not what the facts up to it give' };
  }

  #headFlaw(seq: number): Pick<Flaw, 'problem' | 'why'> | undefined {
    const { seq: last, head } = this.#end;
    if (seq !== last || !head || Buffer.compare(head, this.#chain.head) === 0) return undefined;
    return {
      problem: 'head',
      why: 'it is the last one in the archive, and not the one that was archived: it was changed',
    };
  }

  /** The archive says that it has more. */
  #missing(): Flaw | undefined {
    const { seq } = this.#end;
    if (this.#facts >= seq) return undefined;
    const why = `${factsFromTo(this.#facts + 1, seq)} missing at the end`;
    return { problem: 'gap', competition: this.#id, fact: this.#last, why };
  }
}

function factsFromTo(from: number, to: number): string {
  if (to < from) return `a fact numbered ${from} or later is`;
  return from === to ? `fact ${from} is` : `facts ${from} to ${to} are`;
}

export function labelOf({ seq, atMs, kind, actor, unreadable }: FactRow): FactLabel {
  return { seq, at: unreadable === undefined ? atMs : undefined, by: actor, what: kind };
}

/** `arrowsScored at 2026-05-02 14:03:11 by scorer tablet-3`, in this machine's time. */
export function describeFact({ at, by, what }: FactLabel): string {
  if (at === undefined) return what;
  return `${what} at ${new Date(at).toLocaleString('sv-SE')} by ${by}`;
}

function isSame(columns: NonNullable<StoredRecord['columns']>, row: FactRow): boolean {
  const { atMs, commandId, kind, actor } = columns;
  const ids = commandId && row.commandId ? Buffer.compare(commandId, row.commandId) === 0 : commandId === row.commandId;
  return ids && atMs === row.atMs && kind === row.kind && actor === row.actor;
}

function throughJson(snapshot: CompetitionSnapshot): unknown {
  return JSON.parse(JSON.stringify(snapshot));
}
