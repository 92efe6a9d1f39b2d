// Holds every answer that a test sees to the description of the interface: the status and the error's code are documented for the
// operation, and the body is what the schema says, with nothing beside it.
import assert from 'node:assert/strict';
import { Compile, type Validator } from 'typebox/schema';

interface Schema {
  readonly [keyword: string]: unknown;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Operation {
  readonly summary?: string;
  readonly security?: unknown;
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

export interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface AnswerSeen {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const schemaOf = (described: Described | undefined) => described?.content?.['application/json']?.schema;

/** Objects have what their schema names and nothing else, so that a property which is not described fails. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = 'properties' in schema && !('additionalProperties' in schema) && !('patternProperties' in schema);
  return isOpen ? { ...copy, additionalProperties: false } : copy;
}

/** `/api/rounds` for GET /api/rounds?x; the template with the fewest parameters, as the router has it. Undefined for pages. */
export function pathOf({ paths }: Description, url: string): string | undefined {
  const asked = (url.split('?')[0] ?? '').split('/');
  const fits = Object.keys(paths).filter((path) => {
    const parts = path.split('/');
    return parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at]);
  });
  const parameters = (path: string) => path.split('{').length;
  return fits.sort((a, b) => parameters(a) - parameters(b))[0];
}

/** The codes that an error answer of this operation may carry. */
export function documentedCodes({ responses }: Operation, status: string): readonly string[] {
  const error = (schemaOf(responses[status])?.properties as { error?: Schema } | undefined)?.error;
  return (error?.properties as { code?: { enum?: string[] } } | undefined)?.code?.enum ?? [];
}

// Descriptions are the same in every test, so schemas are compiled once a process.
const validators = new Map<string, Validator>();

function validatorOf(key: string, schema: Schema): Validator {
  const known = validators.get(key) ?? Compile(closed(schema) as Schema);
  validators.set(key, known);
  return known;
}

/** Throws an AssertionError. */
export function checkAnswer(description: Description, { method, url, status, contentType, text }: AnswerSeen): void {
  const path = pathOf(description, url);
  const operation = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  if (!operation || status === 304) return;
  const place = `${method} ${path} ${status}`;
  if (text.startsWith('{"error"')) {
    const { code } = JSON.parse(text).error;
    const known = [...documentedCodes(operation, String(status)), ...documentedCodes(operation, 'default')];
    assert.ok(known.includes(code), `${place} ${code} is not documented`);
    return;
  }
  const described = operation.responses[String(status)];
  assert.ok(described, `${place} is not documented`);
  const schema = schemaOf(described);
  if (!schema || !contentType.startsWith('application/json')) return;
  const validator = validatorOf(place, schema);
  const value: unknown = JSON.parse(text);
  if (!validator.Check(value)) {
    const [, problems] = validator.Errors(value);
    assert.fail(`${place} is not as described: ${JSON.stringify(problems).slice(0, 1_000)}\n${text.slice(0, 1_000)}`);
  }
}
