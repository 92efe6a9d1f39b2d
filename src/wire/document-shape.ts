// Whether a JSON value has the structure of an interchange file; if not, the first place in the order of the file where it has not.
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import type { DocumentFlaw } from '../domain/document/document.ts';
import { flawAt } from '../domain/document/document-flaw.ts';
import type { JsonPath } from '../domain/document/json-pointer.ts';
import { DocumentSchema, type FileDocument } from './document-schema.ts';

const compiled = Compile(DocumentSchema);

export function isFileDocument(value: unknown): value is FileDocument {
  return compiled.Check(value);
}

/** Undefined for a value that is right. */
export function findShapeFlaw(value: unknown): DocumentFlaw | undefined {
  return isFileDocument(value) ? undefined : flawIn(plainSchema, value, []);
}

/** The parts of JSON Schema that the file's schema is made of. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly maxItems?: number;
}

/** The same schema as other programs read it. */
const plainSchema: Node = JSON.parse(JSON.stringify(DocumentSchema));

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of a value that does not fit: goes down to the place that is to blame. */
function flawIn(schema: Node, value: unknown, path: JsonPath): DocumentFlaw {
  const { properties, items, anyOf, maxItems } = schema;
  if (properties && isObject(value)) return flawInObject(schema, properties, value, path);
  if (items && Array.isArray(value) && value.length <= (maxItems ?? Number.POSITIVE_INFINITY)) {
    const index = value.findIndex((each) => !Value.Check(items, each));
    if (index >= 0) return flawIn(items, value[index], [...path, index]);
  }
  if (anyOf) {
    const meant = anyOf.find((branch) => isMeant(branch, value));
    if (meant) return flawIn(meant, value, path);
    const tag = isObject(value) ? tagOf(anyOf, value) : undefined;
    if (tag !== undefined) return flawAt([...path, tag.name], tag.found === undefined ? 'missing' : 'shape', tag.found);
  }
  return flawAt(path, 'shape', value);
}

function flawInObject(
  { required = [] }: Node,
  properties: Readonly<Record<string, Node>>,
  value: Members,
  path: JsonPath,
): DocumentFlaw {
  for (const [name, member] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) return flawAt([...path, name], 'unknown', member);
    if (!Value.Check(schema, member)) return flawIn(schema, member, [...path, name]);
  }
  const missing = required.find((name) => !Object.hasOwn(value, name));
  return missing === undefined ? flawAt(path, 'shape', value) : flawAt([...path, missing], 'missing', undefined);
}

/** Members that say which kind of thing it is: a choice of words, as `kind`, `from`, `system`. */
const tags = ['kind', 'from', 'system', 'role'] as const;

/** The branch of a choice that a value wants to be: its tag is right, or, where there are no tags, its type. */
function isMeant({ properties, items }: Node, value: unknown): boolean {
  if (items) return Array.isArray(value);
  if (!properties || !isObject(value)) return false;
  return tags.some((tag) => properties[tag] !== undefined && Value.Check(properties[tag], value[tag]));
}

function tagOf(anyOf: readonly Node[], value: Members): { readonly name: string; readonly found: unknown } | undefined {
  const name = tags.find((tag) => anyOf.some(({ properties }) => properties?.[tag] !== undefined));
  return name === undefined ? undefined : { name, found: value[name] };
}
