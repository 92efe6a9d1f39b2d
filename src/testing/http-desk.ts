// The HTTP side over fakes, with requests injected as a browser on the same network would send them. Every answer is held to the
// description of the interface.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccess } from '../access/open-access.ts';
import type { ArchiveStats } from '../archive/archive.ts';
import { createHttp } from '../http/open-http.ts';
import type { HttpParts } from '../http/parts.ts';
import { createRemoval } from '../intake/remove-competition.ts';
import { createMemoryShortLived } from '../journal/memory-short-lived.ts';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Log } from '../kit/log.ts';
import type { LiveStats } from '../live/messages.ts';
import { createPrinter } from '../printing/printer.ts';
import type { StartPrinting } from '../printing/start-printing.ts';
import { roleAnswer } from '../standby/role-proof.ts';
import { openStandbys } from '../standby/standbys.ts';
import { createTables } from '../tables/open-tables.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import { checkAnswer, type Description } from './described-answers.ts';
import { createMemoryIntake } from './memory-intake.ts';
import type { Scope } from './scope.ts';
import { creation } from './small-competition.ts';
import { startTablesHere } from './start-tables-here.ts';

export const quietLive: LiveStats = {
  scoringSockets: 3,
  boardSockets: 5,
  topics: 2,
  framesSent: 70,
  framesDropped: 1,
  malformedFrames: 0,
  resyncs: 0,
  devices: [],
};
export const quietArchive: ArchiveStats = {
  competitions: [],
  facts: 0,
  batches: 0,
  fileBytes: 4096,
  lastCommitMs: 0,
  trouble: undefined,
};

/** One address, no name, no https. */
export const quietNetwork: HttpParts['network'] = {
  addresses: ['127.0.0.1'],
  goneAddresses: [],
  name: undefined,
  root: undefined,
  certificate: undefined,
  trouble: undefined,
  onCertificate: () => undefined,
};

export interface Ask {
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
  /** Without the desk's cookie. */
  readonly anonymous?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The code of an error answer. */
  readonly code: string | undefined;
  /** The JSON, taken to be of this shape: the assertion that follows says whether it is. */
  read<T>(): T;
}

const host = '192.168.1.10:8000';
const origin = `http://${host}`;
const scrypt = { cost: 16, blockSize: 1, parallelization: 1 };

/** Of the first desk of the process: routes do not depend on the parts behind them. */
let described: Description | undefined;

export const fakeBackupText = 'not a real backup';

/** Without a thread; done before the next request. */
const printAtOnce: StartPrinting = (_, told) => {
  queueMicrotask(() => told.printed(Buffer.from('%PDF-')));
  return { end: () => undefined };
};

async function writeFakeBackup(folder: string, event: string | undefined): ReturnType<HttpParts['backups']['make']> {
  const path = join(folder, `fake-${event ?? 'all'}.tenring`);
  writeFileSync(path, fakeBackupText);
  const manifest = {
    tenring: '9.9.9',
    madeAt: 0,
    node: '',
    scope: 'everything',
    shape: 1,
    completeAt: 0,
    competitions: [],
    members: [],
  } as const;
  return { path, bytes: fakeBackupText.length, manifest };
}

export async function openHttpDesk(t: Scope, changed: Partial<HttpParts> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-http-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { time: 1_700_000_100_000, now: () => clock.time };
  const memory = createMemoryShortLived(clock);
  const world = { redisUp: true, live: quietLive, archive: quietArchive, logged: [] as string[] };
  const reach = <T>(ask: () => Promise<T>) => (world.redisUp ? ask() : Promise.reject(new Error('away')));
  const shortLived: ShortLivedStore = {
    get: (key) => reach(() => memory.get(key)),
    set: (key, value, ttl) => reach(() => memory.set(key, value, ttl)),
    delete: (key) => reach(() => memory.delete(key)),
    increment: (key, ttl) => reach(() => memory.increment(key, ttl)),
  };
  const note = (_: object, message: string) => void world.logged.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const intake = createMemoryIntake();
  const access = openAccess({ folder, shortLived, clock, log, passwordCost: scrypt });
  const removal = createRemoval({
    intake,
    archive: { remove: async () => undefined, forgetRemoved: async () => undefined },
    journal: {
      remove: async () => undefined,
      get state() {
        return world.redisUp && intake.defer !== 'journalDown' ? ('up' as const) : ('down' as const);
      },
    },
    log,
    removed: () => undefined,
  });
  const parts: HttpParts = {
    config: {
      ...{ host: '127.0.0.1', port: 8000, dataFolder: folder, allowedHosts: ['scores.example'] },
      ...{ demo: false, tls: undefined },
    },
    version: '9.9.9',
    intake,
    access,
    archive: { stats: () => world.archive },
    journal: {
      get state() {
        return world.redisUp ? ('up' as const) : ('down' as const);
      },
    },
    live: { port: 8001, securePort: undefined, stats: () => world.live },
    network: quietNetwork,
    sidecar: undefined,
    backups: {
      make: (event) => writeFakeBackup(folder, event),
      status: () => ({ lastAt: null, lastFile: null, nextAt: null, trouble: null }),
    },
    printer: createPrinter({ startPrinting: printAtOnce, clock, log }),
    tables: createTables({ startTables: startTablesHere, log }),
    clock,
    log,
    removal,
    standbys: openStandbys({
      ...{ folder, intake, shortLived, log, clock: { now: clock.now, sleep: () => Promise.resolve() } },
      ...{ journal: { read: async () => [] }, archive: { read: async () => [] } },
      ...{ random: randomBytes, allowedHosts: [], root: undefined, replaced: () => undefined },
    }),
    role: (nonce) => roleAnswer('promoted', nonce, 'token'),
    uiFolder: undefined,
    ...changed,
  };
  const { app, metrics } = await createHttp(parts);
  t.after(() => app.close());
  let cookie = '';
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD',
    url: string,
    asked: Ask = {},
  ): Promise<Answer> {
    const { json, body, headers = {}, address = '192.168.1.20', anonymous = false } = asked;
    const payload = json === undefined ? body : JSON.stringify(json);
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        host,
        ...(method === 'GET' ? {} : { origin }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie && !anonymous ? { cookie } : {}),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : Buffer.from(payload) }),
    });
    described ??= app.swagger() as unknown as Description;
    checkAnswer(described, {
      method,
      url,
      status: answer.statusCode,
      contentType: String(answer.headers['content-type']),
      text: answer.body,
    });
    const set = answer.cookies.find(({ name }) => name === 'tenring');
    if (set && !anonymous) cookie = `tenring=${set.value}`;
    const read = () => JSON.parse(answer.body);
    const isError = answer.statusCode >= 400 && answer.body.startsWith('{"error"');
    const code = isError ? String(read().error.code) : undefined;
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, code, read };
  }

  const logIn = () => ask('POST', '/api/session', { json: { code: access.deskCode } });
  async function createCompetition(): Promise<string> {
    const { kind: _, ...json } = creation;
    return (await ask('POST', '/api/competitions', { json })).read<CompetitionView>().id;
  }
  const importCsv = (id: string, csv: string | Uint8Array, step = 'import', assign = false) =>
    ask('POST', `/api/competitions/${id}/entries/${step}?assignTargets=${assign}`, {
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });

  return {
    app,
    parts,
    metrics,
    world,
    clock,
    intake,
    access,
    folder,
    ask,
    logIn,
    createCompetition,
    importCsv,
    host,
    origin,
    /** The desk's own, as its browser sends it. */
    cookie: () => cookie,
  };
}

export type HttpDesk = Awaited<ReturnType<typeof openHttpDesk>>;
