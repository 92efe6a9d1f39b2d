// A primary's side: who follows it, what they have, and the records that they do not have yet. Keeps no cursor of anybody: each question
// says what is on the standby's disk, and is answered from the journal or the archive.
import { groupHumanCode, type RandomBytes, readHumanCode } from '../access/human-code.ts';
import { sha256 } from '../access/secrets.ts';
import { createTries, isRefused } from '../access/tries.ts';
import type { Archive } from '../archive/archive.ts';
import type { CompetitionView, Intake } from '../intake/intake.ts';
import { type Journal, JournalGapError, type JournalRecord } from '../journal/journal.ts';
import { hashOfRecord, hashToText } from '../journal/record-chain.ts';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { Have, SealedPlace, StandbyCode, StandbyView, SyncAnswer, SyncRequest } from '../wire/api-standby.ts';
import { markOf, readBundle } from './access-bundle.ts';
import { type KnownStandbys, openKnownStandbys, type Standby, type StandbyAddress } from './known-standbys.ts';
import { createStandbyCode, openLetters, readStandbyCode, seal } from './sealed.ts';

export interface StandbysParts {
  readonly folder: string;
  readonly intake: Pick<Intake, 'find' | 'list' | 'onCommitted'>;
  readonly journal: Pick<Journal, 'read'>;
  readonly archive: Pick<Archive, 'read'>;
  readonly shortLived: ShortLivedStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: RandomBytes;
  readonly allowedHosts: readonly string[];
  /** PEM of the authority that signs this appliance's certificates; undefined without one. */
  readonly root: string | undefined;
  /** A standby of ours took over: nothing may be accepted here any more. */
  readonly replaced: (by: string) => void;
}

export interface Standbys {
  /** Rejects where short-lived keys cannot be written. */
  createCode(): Promise<StandbyCode>;
  pair(asked: { readonly code: string; readonly name: string }, address: string): Promise<Pairing>;
  /** Waits a while where there is nothing new. Undefined for a token that is nobody's. Throws JournalUnavailableError. */
  sync(token: string, asked: SyncRequest, host: string): Promise<SyncAnswer | undefined>;
  /** False for a token that is nobody's. */
  takenOver(token: string, by: string): boolean;
  list(): readonly StandbyView[];
  /** False where there is none. */
  forget(id: string): boolean;
  /** `HOST:PORT`, for tablets that cannot reach this appliance. */
  liveAddresses(): readonly string[];
  competitionRemoved(competition: string): void;
  /** Nobody waits any more. */
  close(): void;
}

export type Pairing =
  | { readonly kind: 'paired'; readonly id: string; readonly sealed: string }
  | { readonly kind: 'wrongCode' }
  | { readonly kind: 'tooManyTries'; readonly retryAfterSeconds: number };

const codeLifetimeSeconds = 30 * 60;
const limits = { perAddress: 10, inAll: 100, windowSeconds: 300, longestQueue: 20 };
const waitMs = 15_000;
/** What is committed meanwhile goes along. */
const gatherMs = 20;
const pageLength = 500;
const answerBytes = 1_000_000;

interface Seen {
  readonly atMs: number;
  readonly have: ReadonlyMap<string, number>;
  readonly others: readonly string[];
}

interface Found {
  readonly isOther: boolean;
  readonly records: readonly JournalRecord[];
}

export function openStandbys(parts: StandbysParts): Standbys {
  const { folder, intake, clock, log } = parts;
  const known = openKnownStandbys(folder);
  const seen = new Map<string, Seen>();
  const codes = createCodes(parts);
  const stopping = new AbortController();
  let news = Promise.withResolvers<void>();
  intake.onCommitted(tellNews);

  function tellNews() {
    news.resolve();
    news = Promise.withResolvers<void>();
  }

  async function wait(next: Promise<void>): Promise<void> {
    const enough = new AbortController();
    const stop = AbortSignal.any([stopping.signal, enough.signal]);
    await Promise.race([next, clock.sleep(waitMs, stop).catch(() => undefined)]);
    enough.abort(new Error('news'));
    if (!stopping.signal.aborted) await clock.sleep(gatherMs);
  }

  function note(standby: Standby, { have }: SyncRequest, { competitions }: SyncAnswer) {
    const others = competitions.filter(({ isOther }) => isOther).map(({ id }) => id);
    const before = seen.get(standby.id);
    for (const id of others) {
      if (!before?.others.includes(id))
        log.error({ standby: standby.name, competition: id }, 'a standby has another history of a competition');
    }
    if (!before) log.info({ standby: standby.name }, 'a standby follows');
    seen.set(standby.id, { atMs: clock.now(), have: new Map(have.map(({ id, seq }) => [id, seq])), others });
  }

  async function answer(standby: Standby, asked: SyncRequest): Promise<SyncAnswer> {
    const fresh = await collect(standby, asked, known, parts);
    note(standby, asked, fresh);
    return fresh;
  }

  function viewOf({ id, name, address, pairedAtMs }: Standby): StandbyView {
    const { atMs = null, have, others = [] } = seen.get(id) ?? {};
    const behind = intake
      .list()
      .reduce((sum, { id: each, at }) => sum + Math.max(0, at.seq - (have?.get(each) ?? 0)), 0);
    const origin = address ? `http://${authorityOf(address.host, address.port)}` : null;
    return { id, name, origin, pairedAt: pairedAtMs, seenAt: atMs, behind, others: [...others] };
  }

  return {
    createCode: codes.create,
    async pair({ code, name }, address) {
      const used = await codes.use(code, address);
      if (used.kind !== 'opened') return used;
      const { id, token } = known.add(name, used.key, clock.now());
      log.info({ name, address }, 'a standby has a place now');
      const place: SealedPlace = { token, root: parts.root ?? null };
      return { kind: 'paired', id, sealed: seal(JSON.stringify(place), used.key, 'place', parts.random) };
    },
    async sync(token, asked, host) {
      const standby = known.find(token);
      if (!standby) return undefined;
      known.moved(standby.id, {
        host: host.replace(/^::ffff:/, ''),
        port: asked.port,
        realtimePort: asked.realtimePort,
        ...(asked.secureRealtimePort !== undefined && { secureRealtimePort: asked.secureRealtimePort }),
      });
      const next = news.promise;
      const first = await answer(standby, asked);
      if (isNews(first, asked) || stopping.signal.aborted) return first;
      await wait(next);
      return known.find(token) && answer(standby, asked);
    },
    takenOver(token, by) {
      const standby = known.find(token);
      if (!standby) return false;
      log.error({ standby: standby.name, by }, 'a standby took over: this appliance stops');
      parts.replaced(by);
      return true;
    },
    list: () => known.all.map(viewOf),
    forget(id) {
      seen.delete(id);
      return known.forget(id);
    },
    liveAddresses: () => known.all.flatMap(({ address }) => (address ? liveAddressesAt(address) : [])),
    competitionRemoved(competition) {
      known.competitionRemoved(competition);
      tellNews();
    },
    close() {
      stopping.abort(new Error('stopping'));
      tellNews();
    },
  };
}

/** By plain sockets and by TLS: a page tries both in turn, as it can only open one kind. */
function liveAddressesAt({ host, realtimePort, secureRealtimePort }: StandbyAddress): readonly string[] {
  const ports = secureRealtimePort === undefined ? [realtimePort] : [realtimePort, secureRealtimePort];
  return ports.map((port) => authorityOf(host, port));
}

function authorityOf(host: StandbyAddress['host'], port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function isNews({ batches, removed, access }: SyncAnswer, { accessMark }: SyncRequest): boolean {
  return batches.length > 0 || removed.length > 0 || (access !== null && accessMark !== '');
}

type Used = { readonly kind: 'opened'; readonly key: string } | Exclude<Pairing, { readonly kind: 'paired' }>;

/** Codes that a person carries from one machine to the other: typed, used once. */
function createCodes({ shortLived, clock, random }: StandbysParts) {
  const tries = createTries('standby', limits, shortLived, clock);
  const nameOf = (open: string) => `standby:${sha256(open)}`;
  return {
    async create(): Promise<StandbyCode> {
      const code = createStandbyCode(random);
      const read = readStandbyCode(code);
      invariant(read, 'a code that was made can be read');
      await shortLived.set(nameOf(read.open), read.key, codeLifetimeSeconds);
      return { code: groupHumanCode(code), expiresInSeconds: codeLifetimeSeconds };
    },
    /** Tries come one after the other, so that a code opens one place. */
    async use(code: string, address: string): Promise<Used> {
      const found = await tries.attempt(address, async () => {
        const name = nameOf(readHumanCode(code).slice(0, openLetters));
        const key = await shortLived.get(name);
        if (key !== undefined) await shortLived.delete(name);
        return key;
      });
      if (found === undefined) return { kind: 'wrongCode' };
      if (!isRefused(found)) return { kind: 'opened', key: found };
      const { refusal } = found;
      return {
        kind: 'tooManyTries',
        retryAfterSeconds: 'retryAfterSeconds' in refusal ? refusal.retryAfterSeconds : 60,
      };
    },
  };
}

async function collect(
  { key }: Standby,
  asked: SyncRequest,
  { removed }: KnownStandbys,
  parts: StandbysParts,
): Promise<SyncAnswer> {
  const have = new Map(asked.have.map((each) => [each.id, each]));
  const batches: SyncAnswer['batches'] = [];
  const competitions: SyncAnswer['competitions'] = [];
  let bytes = 0;
  for (const view of parts.intake.list()) {
    const theirs = have.get(view.id);
    const { isOther, records } = await findNext(view, theirs, parts);
    competitions.push({ id: view.id, seq: view.at.seq, isOther });
    const room = withinRoom(records, answerBytes - bytes);
    if (room.length === 0) continue;
    bytes += room.reduce((sum, record) => sum + record.bytes.length, 0);
    batches.push({ id: view.id, after: theirs?.seq ?? 0, records: room.map((record) => toBase64(record.bytes)) });
  }
  const bundle = readBundle(parts.folder);
  const accessMark = markOf(bundle);
  const isKnown = !bundle || accessMark === asked.accessMark;
  return {
    ...{ competitions, batches, accessMark },
    removed: removed.filter((id) => have.has(id)),
    access: isKnown ? null : seal(JSON.stringify(bundle), key, 'access', parts.random),
    allowedHosts: [...parts.allowedHosts],
  };
}

/** What follows, once it is sure that it follows: the record that the standby has last is looked at too. */
async function findNext(view: CompetitionView, theirs: Have | undefined, parts: StandbysParts): Promise<Found> {
  const { id, at, head } = view;
  if (!theirs || theirs.seq === 0) return { isOther: false, records: await readAfter(id, 0, parts) };
  if (theirs.seq === at.seq && theirs.head === hashToText(head)) return { isOther: false, records: [] };
  const [own, ...records] = await readAfter(id, theirs.seq - 1, parts);
  const isSame = own?.seq === theirs.seq && hashToText(hashOfRecord(own.bytes)) === theirs.head;
  return isSame ? { isOther: false, records } : { isOther: true, records: [] };
}

async function readAfter(
  competition: string,
  seq: number,
  { journal, archive }: StandbysParts,
): Promise<readonly JournalRecord[]> {
  try {
    return await journal.read(competition, seq, pageLength);
  } catch (error) {
    if (!(error instanceof JournalGapError)) throw error;
    return archive.read(competition, seq, pageLength);
  }
}

/** At least one, where there is any room: the largest record is a whole competition. */
function withinRoom(records: readonly JournalRecord[], room: number): readonly JournalRecord[] {
  let left = room;
  const end = records.findIndex(({ bytes }) => {
    const isFull = left <= 0;
    left -= bytes.length;
    return isFull;
  });
  return end < 0 ? records : records.slice(0, end);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
