// A small tournament, asked for operation by operation of the HTTP interface: six archers, two ends, a tie for a bracket place, a tie at
// the cut, a bracket of four with a shoot-off. Each step is a good request; together they use every operation at least once.
import type { ArrowValue } from '../domain/arrow-value.ts';
import { readStandbyCode, unseal } from '../standby/sealed.ts';
import type { StandbyPlace } from '../wire/api-standby.ts';

type Names = Readonly<Record<string, string>>;

export interface Step {
  /** As the description names it: `PUT /api/competitions/{id}/sessions`. */
  readonly operation: string;
  /** With the words in braces filled from `names`. */
  readonly url?: string;
  readonly json?: unknown;
  readonly csv?: string;
  /** Filled likewise. */
  readonly headers?: Readonly<Record<string, string>>;
  /** By default 200. */
  readonly status?: number;
  /** What the answer leaves for later steps, by name. */
  readonly keep?: (answer: unknown, names: Names) => Names;
}

const competition = '/api/competitions/{id}';
const by = 'Sinta Judge';

const face = '122';
const short = {
  name: 'Two ends',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: face, ends: 2, arrowsPerEnd: 3 }],
};
const elimination = {
  system: 'bracket',
  qualifiers: 4,
  chart: 4,
  placesShot: 4,
  formatId: 'set-individual',
  faceId: face,
  losers: 'byPhase',
  whenLevel: 'firstEnd',
};
export const individual = {
  name: 'Recurve men',
  contest: { kind: 'individual', category: 'RM' },
  dnfKeepsRank: true,
  elimination,
};

const clock = {
  lines: ['AB', 'CD'],
  ...{ line: 0, end: 1, toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 },
  phase: { kind: 'paused', elapsedMs: 45_000, isEmergency: false },
};

const matchClock = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 20, toTheLineSeconds: 10 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};

/** The smallest picture that there is. */
export const dotOfPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgMEgAAADEAJE+w7lsAAAAAElFTkSuQmCC';

const idOf = (answer: unknown) => ({ id: (answer as { id: string }).id });
const lastTie = (answer: unknown) => ({ tie: (answer as { id: string }[]).at(-1)?.id ?? '' });

const asked = (operation: string, more: Omit<Step, 'operation'> = {}): Step => ({ operation, ...more });
const put = (path: string, json: unknown, more: Partial<Step> = {}) => asked(`PUT ${path}`, { json, ...more });
const post = (path: string, json: unknown, more: Partial<Step> = {}) => asked(`POST ${path}`, { json, ...more });

const asStandby = { headers: { authorization: 'Bearer {standbyToken}' } };
const noHash = '0'.repeat(64);

/** A machine gets a place, asks for what it does not have, takes over, and is shut out. */
const standbySteps: readonly Step[] = [
  asked('POST /api/standbys/code', {
    status: 201,
    keep: (answer) => ({ standbyCode: (answer as { code: string }).code }),
  }),
  post(
    '/api/standbys',
    { code: '{standbyCode}', name: 'Mini' },
    {
      status: 201,
      keep: (answer, { standbyCode = '' }) => {
        const { id, sealed } = answer as StandbyPlace;
        const place = unseal(sealed, readStandbyCode(standbyCode)?.key ?? '', 'place');
        return { standby: id, standbyToken: JSON.parse(place ?? '{}').token };
      },
    },
  ),
  post(
    '/api/standbys/sync',
    { port: 8000, realtimePort: 8001, have: [{ id: 'gone', seq: 1, head: noHash }], accessMark: '' },
    asStandby,
  ),
  post('/api/standbys/takeover', { by: 'http://192.168.1.6:8000' }, { ...asStandby, status: 204 }),
  asked('GET /api/standbys/role', { url: `/api/standbys/role?nonce=${'0'.repeat(32)}` }),
  asked('GET /api/standbys'),
  asked('DELETE /api/standbys/{standby}', { status: 204 }),
];

export const setUpSteps: readonly Step[] = [
  asked('GET /healthz'),
  asked('GET /readyz'),
  asked('GET /metrics'),
  asked('GET /api/bootstrap'),
  asked('GET /api/status'),
  asked('GET /api/backup'),
  ...standbySteps,
  asked('GET /api/session'),
  asked('GET /api/rounds'),
  asked('GET /api/faces'),
  asked('GET /api/rule-sets'),
  post(
    '/api/competitions',
    {
      name: 'Piala Uji',
      venue: 'Lapangan',
      from: '2026-05-01',
      to: '2026-05-02',
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    },
    { status: 201, keep: idOf },
  ),
  asked('GET /api/competitions'),
  asked(`GET ${competition}`),
  put(`${competition}/rounds/{round}`, short, { url: `${competition}/rounds/two-ends` }),
  asked(`GET ${competition}/rounds`),
  put(
    `${competition}/categories/{category}`,
    { name: 'Recurve men', roundId: 'two-ends' },
    { url: `${competition}/categories/RM` },
  ),
  asked(`GET ${competition}/categories`),
  asked(`GET ${competition}/categories/{category}`, { url: `${competition}/categories/RM` }),
  post(
    `${competition}/entries`,
    {
      categories: [],
      entries: ['Adi', 'Bayu', 'Citra', 'Dewi', 'Eko'].map((name, index) => ({
        name,
        club: index % 2 === 0 ? 'Garuda' : 'Elang',
        category: 'RM',
        target: `${1 + Math.floor(index / 2)}${index % 2 === 0 ? 'A' : 'B'}`,
        country: 'INA',
        bornIn: 1999,
      })),
    },
    { status: 201 },
  ),
  asked(`POST ${competition}/entries/preview`, { csv: 'name,category\nFajar,RM\n' }),
  asked(`POST ${competition}/entries/import`, { csv: 'name,category\nFajar,RM\n' }),
  asked(`GET ${competition}/entries`),
  asked(`GET ${competition}/entries`, { url: `${competition}/entries?limit=2` }),
  asked(`GET ${competition}/entries/{number}`, { url: `${competition}/entries/1` }),
  asked(`GET ${competition}/entries/details`),
  asked(`PATCH ${competition}/entries`, {
    json: {
      changes: [
        {
          entry: 6,
          was: { name: 'Fajar', club: '', category: 'RM' },
          now: { name: 'Fajar', club: 'Elang', category: 'RM', licence: 'ID-7', needs: ['leftHanded'] },
        },
      ],
    },
  }),
  post(`${competition}/entries/withdrawn`, { entries: [6], reason: 'ill' }),
  post(`${competition}/entries/restored`, { entries: [6] }),
  post(`${competition}/entries/checked-in`, { entries: [1, 2], isIn: true }),
  post(`${competition}/entries/inspected`, { entries: [1], result: 'passed', by, remark: '' }),
  put(`${competition}/sessions`, [
    { number: 1, name: 'Morning', day: '2026-05-01', start: '09:00', categories: [], fromEnd: 1, toEnd: 2 },
  ]),
  asked(`GET ${competition}/sessions`),
  put(`${competition}/records`, [{ kind: 'Club', category: 'RM', roundId: 'two-ends', name: '', club: '', total: 40 }]),
  asked(`GET ${competition}/records`),
  put(`${competition}/officials`, [{ name: 'Sinta', role: 'Chair of the judges' }]),
  put(`${competition}/certificate`, {
    certificate: { title: 'Certificate', text: '{name}\n{place}', signatures: ['President'] },
  }),
  put(`${competition}/logo`, { image: dotOfPng }),
  asked(`GET ${competition}/logo`),
  asked(`GET ${competition}/paper`),
  asked(`GET ${competition}/targets`),
  asked(`GET ${competition}/cards`),
  asked(`POST ${competition}/targets/{butt}/join-code`, {
    url: `${competition}/targets/1/join-code`,
    keep: (answer) => ({ code: (answer as { code: string }).code }),
  }),
  post(
    '/api/join',
    { code: '{code}', label: 'Tablet' },
    {
      keep: (answer) => {
        const { device, token } = answer as { device: string; token: string };
        return { device, token };
      },
    },
  ),
  asked(`GET ${competition}/devices`),
  put(`${competition}/devices/{device}/message`, { text: 'Send your scorer' }, { status: 204 }),
  post(`${competition}/devices/{device}/report`, {
    ...{ token: '{token}', battery: 81, isCharging: false, unsent: 2, seen: null },
  }),
  asked(`GET ${competition}/control`),
  asked(`DELETE ${competition}/devices/{device}/message`, { status: 204 }),
  asked(`PATCH ${competition}/devices/{device}`, { json: { butt: 2, label: 'Left' } }),
  asked(`PATCH ${competition}/devices/{device}`, { json: { card: 'second' } }),
  asked(`DELETE ${competition}/devices/{device}`, { status: 204 }),
  put(`${competition}/scoring`, { mode: 'confirmed' }),
  put(`${competition}/scoring`, { mode: 'one' }),
  put(`${competition}/clock`, clock),
  asked(`GET ${competition}/clock`),
  put(`${competition}/sessions/{session}/clock`, clock, { url: `${competition}/sessions/1/clock` }),
  asked(`GET ${competition}/sessions/{session}/clock`, { url: `${competition}/sessions/1/clock` }),
  asked(`GET ${competition}/clocks`),
  asked(`GET ${competition}/feed`),
];

const entry = `${competition}/entries/{number}`;
const cardOf = (number: number) => `${competition}/entries/${number}/scorecard`;

const shoot = (number: number, end: number, ...arrows: readonly ArrowValue[]) =>
  post(`${entry}/scorecard/arrows`, { end, first: 0, arrows }, { url: `${cardOf(number)}/arrows` });

/** Every card is typed from its paper, or waived, so that the category is official. */
const paperSteps: readonly Step[] = [
  put(`${entry}/paper`, { total: 40, counts: [0, 0], by: 'Rina' }, { url: `${competition}/entries/5/paper` }),
  put(
    `${entry}/paper/settlement`,
    {
      ...{ arrows: { total: 45, counts: [0, 0] }, paper: { total: 40, counts: [0, 0] } },
      ...{ by, reason: 'added wrong' },
    },
    { url: `${competition}/entries/5/paper/settlement` },
  ),
  asked(`GET ${competition}/papers`, { url: `${competition}/papers?category=RM` }),
  asked(`DELETE ${entry}/paper`, {
    url: `${competition}/entries/5/paper?by=${encodeURIComponent(by)}&reason=mistake`,
  }),
  post(`${competition}/papers/waived`, { entries: [1, 2, 3, 4, 5], by, reason: 'rain' }),
  asked(`GET ${competition}/papers`),
];

const noteSteps: readonly Step[] = [
  put(
    `${competition}/notes/{note}`,
    { sort: 'protest', about: { entry: 2, end: 1 }, text: 'Called wrong', by: 'Elang', fee: 'USD 100' },
    { url: `${competition}/notes/p1` },
  ),
  put(
    `${competition}/notes/{note}/ending`,
    { outcome: 'decided', text: 'Dismissed', by },
    { url: `${competition}/notes/p1/ending` },
  ),
  asked(`DELETE ${competition}/notes/{note}/ending`, {
    url: `${competition}/notes/p1/ending?by=${encodeURIComponent(by)}&reason=mistake`,
  }),
  asked(`GET ${competition}/notes`),
];

/** Totals 49, 48, 48, 45, 45 and one who did not start. */
export const qualificationSteps: readonly Step[] = [
  shoot(1, 1, 'X', '10', '9'),
  put(
    `${entry}/scorecard/ends/{end}`,
    { was: ['X', '10', '9'], arrows: ['X', 'X', '9'], reason: 'misheard' },
    { url: `${cardOf(1)}/ends/1` },
  ),
  post(
    `${entry}/scorecard/ends/{end}/rulings`,
    { was: ['X', 'X', '9'], ruling: { kind: 'outOfTime', arrows: 1 }, by, reason: 'after the signal' },
    { url: `${cardOf(1)}/ends/1/rulings` },
  ),
  put(`${entry}/scorecard/ends/{end}/check`, { arrows: ['X', '9', 'M'] }, { url: `${cardOf(1)}/ends/1/check` }),
  shoot(1, 2, 'X', 'X', 'X'),
  put(`${entry}/scorecard/lock`, { by: 'Adi' }, { url: `${cardOf(1)}/lock` }),
  asked(`DELETE ${entry}/scorecard/lock`, { url: `${cardOf(1)}/lock?by=${encodeURIComponent(by)}&reason=mistake` }),
  asked(`GET ${entry}/scorecard`, { url: cardOf(1) }),
  asked(`GET ${entry}/scorecard/changes`, { url: `${cardOf(1)}/changes` }),
  shoot(2, 1, '9', '9', '9'),
  shoot(2, 2, '7', '7', '7'),
  shoot(3, 1, '9', '9', '9'),
  put(
    `${entry}/scorecard/ends/{end}/hold`,
    { cause: 'equipment', by, reason: 'string broke' },
    { url: `${cardOf(3)}/ends/2/hold` },
  ),
  shoot(3, 2, '7', '7', '7'),
  shoot(4, 1, '8', '8', '8'),
  post(
    `${entry}/scorecard/arrows`,
    { end: 2, first: 0, arrows: ['7', '7', '7'], hits: [{ x: 250, y: -310 }, null, null] },
    { url: `${cardOf(4)}/arrows` },
  ),
  post(
    `${entry}/scorecard/signatures`,
    { as: 'athlete', name: 'Dewi', strokes: [10, 20, 30, 40] },
    { url: `${cardOf(4)}/signatures` },
  ),
  post(`${entry}/scorecard/signatures`, { as: 'scorer', name: by }, { url: `${cardOf(4)}/signatures` }),
  asked(`GET ${entry}/sheet`, { url: `${competition}/entries/4/sheet` }),
  shoot(5, 1, '8', '8', '8'),
  shoot(5, 2, '7', '7', '7'),
  put(`${entry}/standing`, { standing: 'DNS', by, reason: 'ill' }, { url: `${competition}/entries/6/standing` }),
  ...paperSteps,
  ...noteSteps,
  asked(`GET ${competition}/leaderboards/{category}`, { url: `${competition}/leaderboards/RM` }),
  asked(`GET ${competition}/rankings/{category}`, { url: `${competition}/rankings/RM` }),
  asked(`GET ${competition}/rankings/{category}`, { url: `${competition}/rankings/RM?basis=average&limit=2` }),
  asked(`GET ${competition}/rankings/{category}`, { url: `${competition}/rankings/RM?basis=sameEnd` }),
];

const event = `${competition}/events/{event}`;
const rm = `${competition}/events/RM`;
const tossed = { reason: 'CT', order: ['3', '2'], by };
const shotOff = {
  reason: 'SO',
  rounds: [
    [
      { key: '4', arrows: ['9'], distancesMm: [] },
      { key: '5', arrows: ['8'], distancesMm: [] },
    ],
  ],
  by,
};

export const drawSteps: readonly Step[] = [
  put(event, individual, { url: rm }),
  put(event, { ...individual, elimination: null }, { url: rm }),
  put(event, { ...individual, name: 'Men' }, { url: rm }),
  put(
    event,
    {
      name: 'Clubs',
      contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 2 }], teamsOf: 'club', teamsEach: 1 },
      dnfKeepsRank: true,
      elimination: { ...elimination, qualifiers: 2, chart: 2, placesShot: 2, formatId: 'set-mixed' },
    },
    { url: `${competition}/events/clubs` },
  ),
  asked(`GET ${competition}/event-stages`),
  asked(`GET ${competition}/events`),
  asked(`GET ${event}`, { url: rm }),
  asked(`GET ${event}/qualification`, { url: `${competition}/events/clubs/qualification` }),
  asked(`POST ${event}/draw`, { url: `${competition}/events/clubs/draw`, status: 201 }),
  put(
    `${event}/draw/teams/{team}`,
    { was: [1, 3], entries: [5, 1], by, reason: 'Citra is ill' },
    { url: `${competition}/events/clubs/draw/teams/${encodeURIComponent('Garuda#1')}` },
  ),
  asked(`DELETE ${event}/draw`, { url: `${competition}/events/clubs/draw?reason=again`, status: 204 }),
  asked(`DELETE ${event}`, { url: `${competition}/events/clubs`, status: 204 }),
  post(`${event}/ties`, tossed, { url: `${rm}/ties`, status: 201, keep: lastTie }),
  asked(`GET ${event}/ties`, { url: `${rm}/ties` }),
  asked(`DELETE ${event}/ties/{tie}`, { url: `${rm}/ties/{tie}`, status: 204 }),
  post(`${event}/ties`, tossed, { url: `${rm}/ties`, status: 201 }),
  post(`${event}/ties`, shotOff, { url: `${rm}/ties`, status: 201 }),
  asked(`GET ${event}/qualification`, { url: `${rm}/qualification?limit=3` }),
  asked(`GET ${competition}/leaderboards/{category}`, { url: `${competition}/leaderboards/RM` }),
  asked(`POST ${event}/draw/preview`, { url: `${rm}/draw/preview` }),
  asked(`POST ${event}/draw`, { url: `${rm}/draw`, status: 201 }),
  post(
    `${event}/draw/swaps`,
    { one: { match: '2/1', side: 'a' }, other: { match: '2/2', side: 'a' }, by, reason: 'same club' },
    { url: `${rm}/draw/swaps` },
  ),
  asked(`GET ${event}/draw/changes`, { url: `${rm}/draw/changes` }),
  asked(`DELETE ${event}/draw`, { url: `${rm}/draw?reason=again`, status: 204 }),
  asked(`POST ${event}/draw`, { url: `${rm}/draw`, status: 201 }),
  post(
    `${event}/schedule/propose`,
    {
      start: '2026-05-02T13:30',
      minutesPerMatch: 20,
      minutesBetweenPhases: 10,
      firstButt: 1,
      butts: 4,
      buttsPerMatch: 2,
    },
    { url: `${rm}/schedule/propose`, keep: (answer) => ({ slots: JSON.stringify(answer) }) },
  ),
  put(
    `${event}/schedule`,
    { slots: [{ match: '2/1', at: '2026-05-02T13:30', butts: { a: 1, b: 2 } }] },
    { url: `${rm}/schedule` },
  ),
  put(
    `${event}/schedule`,
    { slots: [{ match: '2/2', at: '2026-05-02T13:30', butts: { a: 3, b: 3 } }] },
    { url: `${rm}/schedule` },
  ),
  post(`${event}/schedule/removed`, { matches: ['2/2'] }, { url: `${rm}/schedule/removed` }),
  asked(`GET ${competition}/schedule`),
];

const match = `${event}/matches/{match}`;
const semi = `${rm}/matches/2-1`;

const shootMatch = (side: 'a' | 'b', part: 'end' | 'shootOff', number: number, ...arrows: readonly ArrowValue[]) =>
  post(`${match}/arrows`, { side, part, number, first: 0, arrows }, { url: `${semi}/arrows` });

/** Five level sets and a level shoot-off; in the other semi-final nobody stands on the right. */
export const matchSteps: readonly Step[] = [
  put(`${match}/begins`, { begins: 'a' }, { url: `${semi}/begins` }),
  put(`${match}/clock`, matchClock, { url: `${semi}/clock` }),
  asked(`GET ${match}/clock`, { url: `${semi}/clock` }),
  shootMatch('a', 'end', 1, '10', '10', '9'),
  shootMatch('b', 'end', 1, '9', '9', '9'),
  put(
    `${match}/ends/{number}/{side}`,
    { was: ['10', '10', '9'], arrows: ['10', '9', '9'], by, reason: 'misheard' },
    { url: `${semi}/ends/1/a` },
  ),
  post(
    `${match}/rulings`,
    {
      ...{ side: 'a', part: 'end', number: 1, was: ['10', '9', '9'] },
      ...{ ruling: { kind: 'outOfTime', arrows: 1 }, by, reason: 'after the signal' },
    },
    { url: `${semi}/rulings` },
  ),
  put(
    `${match}/ends/{number}/{side}`,
    { was: ['M', '9', '9'], arrows: ['9', '9', '9'], by, reason: 'the clock was wrong' },
    { url: `${semi}/ends/1/a` },
  ),
  ...[2, 3, 4, 5].flatMap((end) => [
    shootMatch('a', 'end', end, '9', '9', '9'),
    shootMatch('b', 'end', end, '9', '9', '9'),
  ]),
  shootMatch('a', 'shootOff', 1, '8'),
  put(
    `${match}/shoot-offs/{number}/{side}`,
    { was: ['8'], arrows: ['9'], by, reason: 'line cutter' },
    { url: `${semi}/shoot-offs/1/a` },
  ),
  shootMatch('b', 'shootOff', 1, '9'),
  put(`${match}/shoot-offs/{number}/closest`, { closest: 'b', by }, { url: `${semi}/shoot-offs/1/closest` }),
  put(
    `${match}/attendance/{side}`,
    { attendance: 'absent', by, reason: 'did not come' },
    { url: `${rm}/matches/2-2/attendance/b` },
  ),
  asked(`GET ${match}`, { url: semi }),
  asked(`GET ${match}/changes`, { url: `${semi}/changes` }),
  asked(`GET ${event}/bracket`, { url: `${rm}/bracket` }),
  asked(`GET ${event}/final-ranking`, { url: `${rm}/final-ranking` }),
  asked(`GET ${competition}/ceremonies`),
  asked(`GET ${competition}/medals`, { url: `${competition}/medals?of=country` }),
  asked('POST /api/screens/{screen}', {
    url: '/api/screens/hall',
    json: { width: 1920, height: 1080, view: { kind: 'match', event: 'RM', match: '2/1' } },
  }),
  asked('POST /api/screens/{screen}/identify', { url: '/api/screens/hall/identify', status: 204 }),
  asked('POST /api/screens/{screen}/reload', { url: '/api/screens/hall/reload', status: 204 }),
  put(
    `${competition}/playlists/{playlist}`,
    {
      name: 'Finals',
      items: [
        { view: { kind: 'leaderboard', category: 'RM' }, seconds: 12 },
        { view: { kind: 'bracket', event: 'RM' }, seconds: 20 },
        { view: { kind: 'schedule' }, seconds: 10 },
      ],
    },
    { url: `${competition}/playlists/finals` },
  ),
  put(
    `${competition}/screens/{screen}`,
    { name: 'Hall', shows: { kind: 'playlist', playlist: 'finals' }, isBlank: false },
    { url: `${competition}/screens/hall` },
  ),
  asked(`GET ${competition}/screens`),
  put(
    `${competition}/announcements/{announcement}`,
    { text: 'Lunch until 13:30', place: 'everywhere' },
    { url: `${competition}/announcements/lunch` },
  ),
  put(
    `${competition}/categories/{category}/frozen`,
    { by, reason: 'line call' },
    { url: `${competition}/categories/RM/frozen` },
  ),
  put(`${match}/frozen`, { by, reason: '' }, { url: `${semi}/frozen` }),
  asked(`GET ${competition}/show`),
  asked(`DELETE ${match}/frozen`, { url: `${semi}/frozen`, status: 204 }),
  asked(`DELETE ${competition}/categories/{category}/frozen`, {
    url: `${competition}/categories/RM/frozen`,
    status: 204,
  }),
  asked(`DELETE ${competition}/announcements/{announcement}`, {
    url: `${competition}/announcements/lunch`,
    status: 204,
  }),
  asked(`DELETE ${competition}/playlists/{playlist}`, { url: `${competition}/playlists/finals`, status: 204 }),
  asked(`DELETE ${competition}/screens/{screen}`, { url: `${competition}/screens/hall`, status: 204 }),
  post(
    `${competition}/prints`,
    { document: 'medals', paper: 'letter' },
    { status: 202, keep: (answer) => ({ print: idOf(answer).id }) },
  ),
  asked(`GET ${competition}/prints/{print}`),
  asked(`GET ${competition}/prints/{print}/pdf`),
  asked(`DELETE ${competition}/prints/{print}`, { status: 204 }),
  put(`${competition}/closed`, {}),
  asked(`DELETE ${competition}/closed`),
  asked(`GET ${competition}/tables`),
  asked(`GET ${competition}/site`),
  asked(`GET ${competition}/tables/{table}`, { url: `${competition}/tables/qualification?format=csv` }),
  asked(`GET ${competition}/export`, { keep: (answer) => ({ file: JSON.stringify(answer) }) }),
  asked('POST /api/competitions/import', {
    json: '{file}',
    status: 201,
    keep: (answer) => ({ copy: idOf(answer).id }),
  }),
  asked(`DELETE ${competition}`, { url: '/api/competitions/{copy}', json: { name: 'Piala Uji' }, status: 204 }),
  put('/api/password', { password: 'long enough' }, { status: 204 }),
  asked('DELETE /api/session', { status: 204 }),
  post('/api/session', { password: 'long enough' }),
];

export const tournament: readonly Step[] = [...setUpSteps, ...qualificationSteps, ...drawSteps, ...matchSteps];
