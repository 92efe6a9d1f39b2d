// Where a text stops being JSON: the JSON pointer of the value that was being read, and line and column for an editor. JSON.parse often
// says neither, least of all for a file that is cut off. Only ever asked after JSON.parse said no.
import { jsonPointer } from '../domain/document/json-pointer.ts';

export interface JsonFault {
  readonly pointer: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

type Expected = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** Open lists and objects, outermost first, each with the index or the name of the member that is being read. */
interface Reading {
  readonly steps: (string | number)[];
  expected: Expected;
}

/** Undefined for a text that is JSON. */
export function findJsonFault(text: string): JsonFault | undefined {
  const reading: Reading = { steps: [], expected: 'value' };
  let at = 0;
  while (true) {
    at = endOf(blanks, text, at) ?? at;
    if (at >= text.length) return reading.expected === 'nothing' ? undefined : faultAt(text, at, reading);
    const end = accept(text, at, reading);
    if (end === undefined) return faultAt(text, at, reading);
    at = end;
  }
}

const blanks = /[ \t\n\r]*/y;
const scalars = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** After the closing quotation mark. By hand, since a pattern over a string of megabytes may run out of stack. */
function endOfString(text: string, start: number): number | undefined {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return undefined;
    const next = code === 0x5c ? endOf(escapes, text, at) : at + 1;
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

/** Takes one token; the position after it, or undefined where it may not stand. */
function accept(text: string, at: number, reading: Reading): number | undefined {
  const { expected, steps } = reading;
  const sign = text.charAt(at);
  if (expected === 'value' || expected === 'valueOrEnd') return acceptValue(text, at, reading);
  if ((expected === 'name' || expected === 'nameOrEnd') && sign === '"') {
    const end = endOfString(text, at);
    if (end === undefined) return undefined;
    steps[steps.length - 1] = String(JSON.parse(text.slice(at, end)));
    reading.expected = 'colon';
    return end;
  }
  if (expected === 'colon' && sign === ':') {
    reading.expected = 'value';
    return at + 1;
  }
  if (expected === 'nameOrEnd' && sign === '}') return close(at, reading);
  return expected === 'commaOrEnd' ? acceptAfterMember(sign, at, reading) : undefined;
}

function acceptValue(text: string, at: number, reading: Reading): number | undefined {
  const sign = text.charAt(at);
  if (sign === '[' || sign === '{') {
    reading.steps.push(sign === '[' ? 0 : '');
    reading.expected = sign === '[' ? 'valueOrEnd' : 'nameOrEnd';
    return at + 1;
  }
  if (sign === ']' && reading.expected === 'valueOrEnd') return close(at, reading);
  const end = sign === '"' ? endOfString(text, at) : endOf(scalars, text, at);
  if (end !== undefined) reading.expected = afterValue(reading);
  return end;
}

function acceptAfterMember(sign: string, at: number, reading: Reading): number | undefined {
  const step = reading.steps.at(-1);
  if (sign === (typeof step === 'number' ? ']' : '}')) return close(at, reading);
  if (sign !== ',') return undefined;
  if (typeof step === 'number') reading.steps[reading.steps.length - 1] = step + 1;
  reading.expected = typeof step === 'number' ? 'value' : 'name';
  return at + 1;
}

function close(at: number, reading: Reading): number {
  reading.steps.pop();
  reading.expected = afterValue(reading);
  return at + 1;
}

function afterValue({ steps }: Reading): Expected {
  return steps.length === 0 ? 'nothing' : 'commaOrEnd';
}

/** Further down no file of ours has anything to say. */
const deepest = 32;

/** Between the members of an object the place is the object itself. */
function faultAt(text: string, at: number, { steps, expected }: Reading): JsonFault {
  const isBetween = expected === 'name' || expected === 'nameOrEnd';
  const before = text.slice(0, at);
  return {
    pointer: jsonPointer((isBetween ? steps.slice(0, -1) : steps).slice(0, deepest)),
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
  };
}
