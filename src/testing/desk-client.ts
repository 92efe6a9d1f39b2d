// The organiser's desk as a test drives it: over HTTP, with the session's cookie, as the page does.
import type { CompetitionView, NewCompetition } from '../wire/api-competitions.ts';
import type { Imported } from '../wire/api-import.ts';
import type { JoinCodeView, Joined, TargetView } from '../wire/api-targets.ts';

export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`${status} ${body}`);
    this.status = status;
    this.body = body;
  }
}

export interface DeskClient {
  request<T>(method: string, path: string, body?: unknown): Promise<T>;
  createCompetition(competition: NewCompetition): Promise<CompetitionView>;
  /** Whoever has no target is given one, unless told otherwise. */
  importCsv(competition: string, csv: string, assignTargets?: boolean): Promise<Imported>;
  targets(competition: string): Promise<readonly TargetView[]>;
  joinCode(competition: string, butt: number): Promise<JoinCodeView>;
  /** As a tablet does it. */
  join(code: string, label: string): Promise<Joined>;
  /** Of its session. */
  cookie(): string;
}

/** Logs in with the one-time code and sets `password`, or logs in with `password` when there is no code. */
export async function openDesk(origin: string, code: string | undefined, password: string): Promise<DeskClient> {
  let cookie = '';

  async function send(method: string, path: string, body: unknown, contentType: string): Promise<Response> {
    const payload =
      body === undefined ? {} : { body: contentType === 'text/csv' ? String(body) : JSON.stringify(body) };
    const headers: Record<string, string> = { origin, ...(cookie ? { cookie } : {}) };
    if (body !== undefined) headers['content-type'] = contentType;
    const response = await fetch(origin + path, { method, headers, ...payload });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  }

  async function request<T>(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<T> {
    const response = await send(method, path, body, contentType);
    const text = await response.text();
    if (!response.ok) throw new DeskError(response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  await request('POST', '/api/session', code ? { code } : { password });
  if (code) await request('PUT', '/api/password', { password });
  return {
    request,
    cookie: () => cookie,
    createCompetition: (competition) => request('POST', '/api/competitions', competition),
    importCsv: (id, csv, assignTargets = true) =>
      request('POST', `/api/competitions/${id}/entries/import?assignTargets=${assignTargets}`, csv, 'text/csv'),
    targets: (id) => request('GET', `/api/competitions/${id}/targets`),
    joinCode: (id, butt) => request('POST', `/api/competitions/${id}/targets/${butt}/join-code`, {}),
    join: (joinCode, label) => request('POST', '/api/join', { code: joinCode, label }),
  };
}
