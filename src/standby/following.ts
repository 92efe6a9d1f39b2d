// A standby's side: asks the primary for what it does not have, and appends it as it is to its own journal, which its own archive follows.
// Says that it has something only once that is on its disk.
import type { Archive } from '../archive/archive.ts';
import type { Position } from '../domain/facts.ts';
import { type Journal, JournalUnavailableError } from '../journal/journal.ts';
import { type Chain, chainAfter, followChain, hashToText } from '../journal/record-chain.ts';
import { backoffMs } from '../kit/backoff.ts';
import type { Clock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { SyncAnswer, SyncRequest } from '../wire/api-standby.ts';
import { markOf, parseBundle, readBundle, writeBundle } from './access-bundle.ts';
import { type AskPrimary, PrimaryAwayError, PrimaryRefusedError } from './ask-primary.ts';
import type { Followed } from './role-file.ts';
import { unseal } from './sealed.ts';

export interface FollowingParts {
  readonly followed: Followed;
  readonly folder: string;
  readonly journal: Pick<Journal, 'append' | 'head' | 'read' | 'seed' | 'remove' | 'competitions'>;
  readonly archive: Pick<Archive, 'list' | 'read' | 'remove' | 'forgetRemoved'>;
  readonly ask: AskPrimary;
  readonly ports: () => Pick<SyncRequest, 'port' | 'realtimePort' | 'secureRealtimePort'>;
  /** It has an authority, by which devices know it over https. */
  readonly authorityLearned: () => void;
  /** Names under which the primary's pages are opened: tablets come with them. */
  readonly hostsLearned: (hosts: readonly string[]) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface FollowingStatus {
  readonly primary: string;
  readonly state: 'connecting' | 'following' | 'away' | 'refused';
  /** Facts that the primary had when it was last heard, and this disk has not. */
  readonly behind: number;
  /** When everything was here last; undefined: never since the start. */
  readonly wholeAtMs: number | undefined;
  /** Why it is away or refuses. */
  readonly why: string | undefined;
  /** Competitions that are not followed any more: the primary has another history. */
  readonly others: readonly string[];
  readonly facts: number;
}

export interface Following {
  readonly status: FollowingStatus;
  /** Until the signal aborts; then what is under way is on disk, or not begun. Rejects at a defect. */
  run(signal: AbortSignal): Promise<void>;
}

/** Of this machine's disk: to be tried again. */
class OwnDiskError extends Error {
  override readonly name = 'OwnDiskError';
}

interface Here {
  readonly at: Position;
  readonly chain: Chain;
}

const retry = { firstMs: 200, limitMs: 5_000 };

export function createFollowing(parts: FollowingParts): Following {
  const { followed, journal, archive, clock, log } = parts;
  const here = new Map<string, Here>();
  let accessMark = '';
  let hosts = followed.allowedHosts;
  let status: FollowingStatus = {
    ...{ primary: followed.origin, state: 'connecting', behind: 0 },
    ...{ wholeAtMs: undefined, why: undefined, others: [], facts: 0 },
  };

  function change(part: Partial<FollowingStatus>) {
    const next = { ...status, ...part };
    if (next.state !== status.state) tellState(next);
    status = next;
  }

  function tellState({ state, why, primary }: FollowingStatus) {
    if (state === 'following') log.info({ primary }, 'following the primary');
    else if (state === 'away') log.warn({ primary, why }, 'the primary cannot be reached');
    else if (state === 'refused') log.error({ primary, why }, 'the primary does not know this standby');
  }

  /** As a start of an appliance does it: a journal that lost what the archive has goes on after it. */
  async function look(): Promise<void> {
    const archived = new Map((await archive.list()).map(({ id, seq }) => [id, seq]));
    here.clear();
    for (const id of new Set([...archived.keys(), ...(await journal.competitions())])) {
      const archivedSeq = archived.get(id) ?? 0;
      const head = await journal.head(id);
      const at = head.seq >= archivedSeq ? head : await journal.seed(id, archivedSeq);
      if (at.seq === 0) continue;
      const [last] =
        at.seq > archivedSeq ? await journal.read(id, at.seq - 1, 1) : await archive.read(id, at.seq - 1, 1);
      invariant(last?.seq === at.seq, `fact ${at.seq} of ${id} is in the journal or in the archive`);
      here.set(id, { at, chain: chainAfter(last.bytes) });
    }
    accessMark = markOf(readBundle(parts.folder));
  }

  const have = () => [...here].map(([id, { at, chain }]) => ({ id, seq: at.seq, head: hashToText(chain.head) }));

  async function append(id: string, after: number, texts: readonly string[]): Promise<void> {
    const now = here.get(id) ?? { at: { epoch: '', seq: 0 }, chain: chainAfter(undefined) };
    if (after !== now.at.seq) return;
    const records = texts.map((text) => Buffer.from(text, 'base64'));
    let { chain } = now;
    for (const [index, record] of records.entries()) {
      const step = followChain(chain, record);
      // As it is there: `tenring verify` tells more on either machine.
      if (step.broken)
        log.error({ competition: id, seq: after + index + 1 }, 'a fact does not follow the one before it');
      chain = step.chain;
    }
    const outcome = await journal.append(id, now.at, records);
    invariant(outcome.kind === 'appended', 'nobody else writes to a standby’s journal');
    here.set(id, { at: outcome.at, chain });
  }

  async function remove(id: string): Promise<void> {
    if (!here.has(id)) return;
    await onDisk(async () => {
      await archive.remove(id);
      await journal.remove(id);
      await archive.forgetRemoved(id);
    });
    here.delete(id);
    log.info({ competition: id }, 'a competition was removed for good at the primary, and is here too');
  }

  async function takeAccess(sealed: string | null, mark: string): Promise<void> {
    if (sealed === null || mark === accessMark) return;
    const text = unseal(sealed, followed.key, 'access');
    const bundle = text === undefined ? undefined : parseBundle(text);
    if (!bundle) throw new PrimaryAwayError('what it says of passwords is not from the machine that printed the code');
    await onDisk(async () => writeBundle(parts.folder, bundle));
    if (bundle.authority !== null) parts.authorityLearned();
    accessMark = mark;
  }

  async function take(answer: SyncAnswer): Promise<void> {
    await takeAccess(answer.access, answer.accessMark);
    for (const { id, after, records } of answer.batches) await append(id, after, records);
    for (const id of answer.removed) await remove(id);
    if (answer.allowedHosts.join() !== hosts.join()) {
      hosts = answer.allowedHosts;
      parts.hostsLearned(hosts);
    }
    const others = answer.competitions.filter(({ isOther }) => isOther).map(({ id }) => id);
    const behind = answer.competitions
      .filter(({ isOther }) => !isOther)
      .reduce((sum, { id, seq }) => sum + Math.max(0, seq - (here.get(id)?.at.seq ?? 0)), 0);
    const facts = [...here.values()].reduce((sum, { at }) => sum + at.seq, 0);
    change({
      state: 'following',
      why: undefined,
      behind,
      others,
      facts,
      ...(behind === 0 && { wholeAtMs: clock.now() }),
    });
  }

  async function ask(signal: AbortSignal): Promise<void> {
    const asked = { ...parts.ports(), have: have(), accessMark };
    await take(await parts.ask.sync(followed.token, asked, signal));
  }

  /** Whether it is to be waited for. */
  function isFault(error: unknown): boolean {
    if (error instanceof PrimaryRefusedError) change({ state: 'refused', why: error.message });
    else if (error instanceof PrimaryAwayError) change({ state: 'away', why: error.message });
    else if (error instanceof JournalUnavailableError || error instanceof OwnDiskError)
      log.warn({ why: error.message }, 'what the primary has cannot be kept here just now');
    else return false;
    return true;
  }

  return {
    get status() {
      return status;
    },
    async run(signal) {
      let isLooked = false;
      for (let failures = 0; !signal.aborted; ) {
        try {
          if (!isLooked) await look();
          isLooked = true;
          await ask(signal);
          failures = 0;
        } catch (error) {
          if (signal.aborted) return;
          if (!isFault(error)) throw error;
          // Whether the last append happened is not known.
          if (error instanceof JournalUnavailableError) isLooked = false;
          await clock.sleep(backoffMs(failures, retry), signal).catch(() => undefined);
          failures += 1;
        }
      }
    },
  };
}

async function onDisk(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof JournalUnavailableError) throw error;
    throw new OwnDiskError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
