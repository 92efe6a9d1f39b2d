// Asks the HTTP side for steps of a tournament, one after the other, filling addresses and bodies from what earlier answers left.
import assert from 'node:assert/strict';
import type { Answer, HttpDesk } from './http-desk.ts';
import type { Step } from './rest-tournament.ts';

export type Names = Record<string, string>;

function filled(text: string, names: Names): string {
  return text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => names[name] ?? braces);
}

/** A body that is one name in braces is the JSON text of that name. */
function bodyOf({ json, csv }: Step, names: Names) {
  const type = (is: string) => ({ headers: { 'content-type': is } });
  if (csv !== undefined) return { body: csv, ...type('text/csv') };
  if (json === undefined) return {};
  const whole = typeof json === 'string' ? names[json.slice(1, -1)] : undefined;
  return { body: whole ?? filled(JSON.stringify(json), names), ...type('application/json') };
}

export async function takeStep(desk: HttpDesk, step: Step, names: Names): Promise<Answer> {
  const [method = '', path = ''] = step.operation.split(' ');
  const url = filled(step.url ?? path, names);
  const answer = await desk.ask(method as 'GET', url, bodyOf(step, names));
  assert.equal(answer.status, step.status ?? 200, `${method} ${url}: ${answer.text.slice(0, 500)}`);
  if (step.keep) Object.assign(names, step.keep(answer.read()));
  return answer;
}

export async function takeSteps(desk: HttpDesk, steps: readonly Step[], names: Names = {}): Promise<Names> {
  for (const step of steps) await takeStep(desk, step, names);
  return names;
}
