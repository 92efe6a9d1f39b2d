// Asks the HTTP side for steps of a tournament, one after the other, filling addresses and bodies from what earlier answers left.
import assert from 'node:assert/strict';
import type { Answer, Ask, HttpDesk } from './http-desk.ts';
import type { Step } from './rest-tournament.ts';

export type Names = Record<string, string>;

function filled(text: string, names: Names): string {
  return text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => names[name] ?? braces);
}

/** A body that is one name in braces is the JSON text of that name. */
function bodyOf({ json, csv }: Step, names: Names) {
  const type = (is: string) => ({ 'content-type': is });
  if (csv !== undefined) return { body: csv, headers: type('text/csv') };
  if (json === undefined) return { headers: {} };
  const whole = typeof json === 'string' ? names[json.slice(1, -1)] : undefined;
  return { body: whole ?? filled(JSON.stringify(json), names), headers: type('application/json') };
}

function headersOf({ headers = {} }: Step, names: Names): Ask['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, filled(text, names)]));
}

/** As it is, without looking at what comes. */
export function askStep(
  desk: HttpDesk,
  step: Step,
  names: Names,
  more: Ask['headers'] = {},
  anonymous = false,
): Promise<Answer> {
  const [method = '', path = ''] = step.operation.split(' ');
  const { headers, ...body } = bodyOf(step, names);
  return desk.ask(method as 'GET', filled(step.url ?? path, names), {
    ...body,
    headers: { ...headers, ...headersOf(step, names), ...more },
    anonymous,
  });
}

export async function takeStep(
  desk: HttpDesk,
  step: Step,
  names: Names,
  headers: Ask['headers'] = {},
): Promise<Answer> {
  const answer = await askStep(desk, step, names, headers);
  assert.equal(answer.status, step.status ?? 200, `${step.operation}: ${answer.text.slice(0, 500)}`);
  if (step.keep) Object.assign(names, step.keep(answer.read(), names));
  return answer;
}

export async function takeSteps(desk: HttpDesk, steps: readonly Step[], names: Names = {}): Promise<Names> {
  for (const step of steps) await takeStep(desk, step, names);
  return names;
}
