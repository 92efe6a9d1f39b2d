// What comes in by HTTP: bodies and addresses of every operation, and GraphQL. Each answer is held to the description of the interface too
// (http-desk.ts). A desk is used for some thousand cases, and made anew: what they changed must not be taken for a leak.
import { type HttpDesk, openHttpDesk } from '../http-desk.ts';
import { type Step, tournament } from '../rest-tournament.ts';
import { createScope } from '../scope.ts';
import { type Names, takeSteps } from '../take-steps.ts';
import type { Bytes } from './mutate.ts';
import type { FuzzKind } from './run-fuzz.ts';

const casesPerDesk = 4_000;
/** Addresses take turns, so that limits for each are reached by some, and not by all. */
const addressOf = (number: number) => `10.1.${number % 200}.7`;

/** They would end the session with which everything else is asked, or need one that has ended. */
const leftOut = new Set(['DELETE /api/session', 'PUT /api/password', 'POST /api/session']);
const asked = tournament.filter((step) => !leftOut.has(step.operation));

interface OpenDesk {
  readonly desk: HttpDesk;
  readonly names: Names;
  close(): Promise<void>;
}

async function openTournament(): Promise<OpenDesk> {
  const scope = createScope();
  const desk = await openHttpDesk(scope);
  await desk.logIn();
  const names = await takeSteps(desk, asked);
  return { desk, names, close: scope.close };
}

function renewed() {
  let open: OpenDesk | undefined;
  return {
    async at(number: number): Promise<OpenDesk> {
      if (open && number % casesPerDesk !== 0) return open;
      await open?.close();
      open = await openTournament();
      return open;
    },
    close: async () => {
      await open?.close();
      open = undefined;
    },
  };
}

/** `METHOD url`, a line's end, the body: so that all of it is changed. Names are filled in when it is asked. */
function requestOf({ operation, url, json, csv }: Step): Bytes {
  const [method = '', path = ''] = operation.split(' ');
  const body = csv ?? (json === undefined ? '' : JSON.stringify(json));
  return new TextEncoder().encode(`${method} ${url ?? path}\n${body}`);
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

function parse(bytes: Bytes, names: Names) {
  const text = Buffer.from(bytes).toString('latin1');
  const [line = '', ...rest] = text.split('\n');
  const [method = '', ...path] = line.split(' ');
  const filled = path.join(' ').replaceAll(/\{(\w+)\}/g, (braces, name: string) => names[name] ?? braces);
  // What a browser would make of it: an address is ASCII without blanks.
  const url = `/${filled.replace(/^\/+/, '')}`.replaceAll(/[^!-~]|[{}|\\^`<>"#]/g, (sign) => encodeURIComponent(sign));
  return {
    method: methods.find((each) => each === method) ?? 'POST',
    url,
    body: Buffer.from(rest.join('\n'), 'latin1'),
  };
}

const [first, ...others] = [...asked, { operation: 'POST /api/session', json: { password: 'a guess' } }].map(requestOf);

export function requestKind(): FuzzKind {
  const desks = renewed();
  return {
    name: 'requests of every operation',
    samples: [first ?? new Uint8Array(), ...others],
    async take(bytes, number) {
      const { desk, names } = await desks.at(number);
      const { method, url, body } = parse(bytes, names);
      const type = url.includes('/entries/') && method === 'POST' ? 'text/csv' : 'application/json';
      const answer = await desk.ask(method, url, {
        ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body } : {}),
        headers: { ...(body.length > 0 && { 'content-type': type }) },
        address: addressOf(number),
      });
      if (answer.status === 500) throw new Error(`${method} ${url}: ${answer.text}`);
      return `${answer.status}${answer.code ? ` ${answer.code}` : ''}`;
    },
    close: desks.close,
  };
}

const queries = [
  '{ competitions { id name entryCount categories { code round { distances { metres } } } } }',
  'query Q($id: ID!) { competition(id: $id) { name entries(first: 5, after: "x") { edges { node { name bornIn } } } } }',
  '{ competition(id: "x") { event(id: "RM") { matches { id status winner shootOffs { number } changes { at by } } } } }',
  '{ a: competitions { ...F } b: competitions { ...F } } fragment F on Competition { id ranking(category: "RM") { edges { node { total } } } }',
  'query { __schema { types { name fields { name args { name } type { kind ofType { name } } } } } }',
];

export function graphqlKind(): FuzzKind {
  const desks = renewed();
  const [query = new Uint8Array(), ...rest] = queries.map((text) => new TextEncoder().encode(text));
  return {
    name: 'GraphQL queries',
    samples: [query, ...rest],
    async take(bytes, number) {
      const { desk } = await desks.at(number);
      const answer = await desk.ask('POST', '/api/graphql', {
        // One in eight as it is: then it is no JSON at all.
        body:
          number % 8 === 0 ? bytes : JSON.stringify({ query: Buffer.from(bytes).toString(), variables: { id: 'x' } }),
        headers: { 'content-type': 'application/json' },
        address: addressOf(number),
      });
      if (answer.status === 500 || answer.text.includes('"internal"')) throw new Error(answer.text);
      return `${answer.status}${answer.text.includes('"errors"') ? ' with errors' : ''}`;
    },
    close: desks.close,
  };
}
