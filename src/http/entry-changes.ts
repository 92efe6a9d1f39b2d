// /api/competitions/:id/entries as the desk works on it: the whole list with what only the organiser sees, changes, withdrawals, who is there,
// whose equipment was inspected. Every answer has the entries as they are after it, so that a page of thousands need not ask again.
import type { ChangeEntries, EntryCommand } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { entryKey } from '../domain/setup/entry-collision.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import {
  type ChangedEntries,
  ChangedEntriesSchema,
  CheckInSchema,
  DeskEntriesSchema,
  type EntryChanges,
  EntryChangesSchema,
  InspectionBodySchema,
  RestoringSchema,
  WithdrawalSchema,
} from '../wire/api-entry-changes.ts';
import type { App } from './app.ts';
import type { CachedAnswers } from './cached-answers.ts';
import { commandErrors } from './command-errors.ts';
import { errors } from './documented-errors.ts';
import { newEntryOf } from './entry-body.ts';
import { CompetitionParams } from './params.ts';
import type { HttpParts } from './parts.ts';
import { organiserOnly, organiserSecurity } from './session-guard.ts';
import { findCompetition, type Write } from './submitting.ts';
import { deskEntriesOf, deskEntryOf, withdrawnEntriesOf } from './views/desk-entries.ts';

const base = '/api/competitions/:id/entries';
const bodyLimit = 8 * 1024 * 1024;

export function addEntryChanges(app: App, parts: HttpParts, answers: CachedAnswers, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity, params: CompetitionParams };
  const list = {
    ...common,
    summary: 'The entries with what only the organiser sees, and those that were withdrawn',
    response: { 200: DeskEntriesSchema, ...errors('unknownCompetition') },
  };
  app.get(`${base}/details`, { schema: list, onRequest }, (request, reply) => {
    const { id, at, state } = findCompetition(parts, request.params.id);
    const make = () => ({ position: at, entries: deskEntriesOf(state), withdrawn: withdrawnEntriesOf(state) });
    answers.send(reply, `entries/${id}/details`, [at], make);
  });

  const changing = {
    ...common,
    summary: 'Change, add and withdraw entries: all of it or nothing, checked as the list is at its end',
    body: EntryChangesSchema,
    response: { 200: ChangedEntriesSchema, ...errors(...commandErrors('changeEntries')) },
  };
  app.patch(base, { schema: changing, bodyLimit, onRequest }, async (request) => {
    const command = changeOf(request.body);
    return changedViewOf(await write(request, command), command);
  });
  addNoting(app, parts, write);
}

function addNoting(app: App, parts: HttpParts, write: Write): void {
  const onRequest = organiserOnly(parts.access);
  const common = { security: organiserSecurity, params: CompetitionParams };
  const answerOf = (kind: EntryCommand['kind']) => ({
    200: ChangedEntriesSchema,
    ...errors(...commandErrors(kind)),
  });

  const withdrawing = {
    ...common,
    summary: 'Withdraw entries on whose cards nothing is written: out of lists, places and rankings',
    body: WithdrawalSchema,
    response: answerOf('withdrawEntries'),
  };
  app.post(`${base}/withdrawn`, { schema: withdrawing, bodyLimit, onRequest }, async (request) => {
    const command = { kind: 'withdrawEntries', ...request.body } as const;
    return changedViewOf(await write(request, command), command);
  });

  const restoring = {
    ...common,
    summary: 'Bring withdrawn entries back, to their places where nobody else is',
    body: RestoringSchema,
    response: answerOf('restoreEntries'),
  };
  app.post(`${base}/restored`, { schema: restoring, bodyLimit, onRequest }, async (request) => {
    const command = { kind: 'restoreEntries', ...request.body } as const;
    return changedViewOf(await write(request, command), command);
  });

  const checkingIn = {
    ...common,
    summary: 'Note who is at the venue, or not there after all',
    body: CheckInSchema,
    response: answerOf('checkInEntries'),
  };
  app.post(`${base}/checked-in`, { schema: checkingIn, bodyLimit, onRequest }, async (request) => {
    const command = { kind: 'checkInEntries', ...request.body } as const;
    return changedViewOf(await write(request, command), command);
  });

  const inspecting = {
    ...common,
    summary: 'Note what came of looking at the equipment of some entries',
    body: InspectionBodySchema,
    response: answerOf('inspectEquipment'),
  };
  app.post(`${base}/inspected`, { schema: inspecting, bodyLimit, onRequest }, async (request) => {
    const command = { kind: 'inspectEquipment', ...request.body } as const;
    return changedViewOf(await write(request, command), command);
  });
}

/** Throws RefusalError. */
function changeOf({ changes, added = [], categories, withdrawn, restored, drawn }: EntryChanges): ChangeEntries {
  return {
    kind: 'changeEntries',
    changes: changes.map(({ entry, was, now }) => ({ entry, was: newEntryOf(was), now: newEntryOf(now) })),
    added: added.map(newEntryOf),
    ...(categories ? { categories } : {}),
    ...(withdrawn ? { withdrawn } : {}),
    ...(restored ? { restored } : {}),
    ...(drawn ? { drawn } : {}),
  };
}

function numbersIn(command: EntryCommand): readonly number[] {
  if (command.kind !== 'changeEntries') return command.entries;
  return [...command.changes.map(({ entry }) => entry), ...(command.restored ?? [])];
}

function changedViewOf({ at, state }: View, command: EntryCommand): ChangedEntries {
  const numbers = [...new Set(numbersIn(command))].sort((a, b) => a - b);
  return {
    position: at,
    entries: numbers.flatMap((number) => viewOf(state, number)),
    added: command.kind === 'changeEntries' ? addedNumbers(state, command).flatMap((each) => viewOf(state, each)) : [],
  };
}

function viewOf(state: Competition, number: number) {
  const entry = state.entries.at(number);
  return entry ? [deskEntryOf(state, entry)] : [];
}

/** No two entries are the same athlete, so each is found, also by a request that comes again. */
function addedNumbers(state: Competition, { added = [] }: ChangeEntries): readonly number[] {
  if (added.length === 0) return [];
  const numbers = new Map(Array.from(state.entries.values(), (entry) => [entryKey(entry), entry.number] as const));
  return added.flatMap((entry) => numbers.get(entryKey(entry)) ?? []);
}
