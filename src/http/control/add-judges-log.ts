// /api/competitions/:id/notes: what the judges note, protests and what came of them.
import { Type } from 'typebox';
import type { Competition } from '../../domain/competition.ts';
import type { JudgeNote } from '../../domain/judges-log/judges-log.ts';
import { formatTarget } from '../../domain/target.ts';
import {
  EndingBodySchema,
  NoteBodySchema,
  NoteSchema,
  NotesSchema,
  type NoteView,
  ReopenNoteQuery,
} from '../../wire/api-judges-log.ts';
import type { App } from '../app.ts';
import { commandErrors } from '../command-errors.ts';
import { errors } from '../documented-errors.ts';
import { RefusalError } from '../errors.ts';
import { CompetitionParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { organiserOnly, organiserSecurity } from '../session-guard.ts';
import { findCompetition, type Write } from '../submitting.ts';

const bodyLimit = 16 * 1024;
const NoteParams = Type.Object({
  id: Type.String({ maxLength: 64 }),
  note: Type.String({ minLength: 1, maxLength: 64 }),
});

function noteViewOf(state: Competition, note: JudgeNote): NoteView {
  const { name = null, target } = state.entries.at(note.about.entry ?? 0) ?? {};
  return { ...note, name, target: target ? formatTarget(target) : null };
}

/** Throws RefusalError. */
function noteIn(state: Competition, id: string): NoteView {
  const note = state.judgesLog.get(id);
  if (!note) throw new RefusalError('unknownNote', { note: id });
  return noteViewOf(state, note);
}

export function addJudgesLog(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity };
  const list = {
    ...common,
    summary: 'The judges’ log, newest first: notes, protests and what came of them',
    params: CompetitionParams,
    response: { 200: NotesSchema, ...errors('unknownCompetition') },
  };
  app.get('/api/competitions/:id/notes', { schema: list, onRequest }, (request, reply) => {
    const { at, state } = findCompetition(parts, request.params.id);
    const notes = [...state.judgesLog.values()].reverse().map((note) => noteViewOf(state, note));
    reply.header('cache-control', 'no-store').send({ position: at, notes });
  });

  const url = '/api/competitions/:id/notes/:note';
  const put = {
    ...common,
    summary: 'Note something, enter a protest, or change the words of one that is open',
    params: NoteParams,
    body: NoteBodySchema,
    response: { 200: NoteSchema, ...errors(...commandErrors('writeNote')) },
  };
  app.put(url, { schema: put, bodyLimit, onRequest }, async (request) => {
    const { note } = request.params;
    return noteIn((await write(request, { kind: 'writeNote', note, ...request.body })).state, note);
  });

  const end = {
    ...common,
    summary: 'A protest is decided or withdrawn, a note dealt with',
    params: NoteParams,
    body: EndingBodySchema,
    response: { 200: NoteSchema, ...errors(...commandErrors('closeNote')) },
  };
  app.put(`${url}/ending`, { schema: end, bodyLimit, onRequest }, async (request) => {
    const { note } = request.params;
    return noteIn((await write(request, { kind: 'closeNote', note, ...request.body })).state, note);
  });

  const reopen = {
    ...common,
    summary: 'Open a note again',
    params: NoteParams,
    querystring: ReopenNoteQuery,
    response: { 200: NoteSchema, ...errors(...commandErrors('reopenNote')) },
  };
  app.delete(`${url}/ending`, { schema: reopen, onRequest }, async (request) => {
    const { note } = request.params;
    return noteIn((await write(request, { kind: 'reopenNote', note, ...request.query })).state, note);
  });
}
