// The error answers of a route, for the description of the interface: by status, with the codes that can come. What any request may meet
// is added to every route when the description is made (api-docs.ts). http-desk.ts holds every test's answers to it.
import { type TSchema, Type } from 'typebox';
import { type ErrorCode, errorKinds } from './errors.ts';

/** A code, or a code with the status that it has at this place. */
export type DocumentedError = ErrorCode | readonly [ErrorCode, number];

/** Of any request. */
const anywhere = ['badRequest', 'wrongHost', 'wrongOrigin', 'notFound', 'internal'] as const satisfies ErrorCode[];
const withBody = ['tooLarge', 'unsupportedMediaType'] as const satisfies ErrorCode[];
const ofOrganiser = ['notLoggedIn', 'unavailable'] as const satisfies ErrorCode[];

/** Of any command: the journal may be away. */
export const deferralErrors = ['journalDown', 'stopping', 'overloaded'] as const satisfies ErrorCode[];

/** Of a list or table that is imported. */
export const fileErrors = [
  'emptyFile',
  'noHeader',
  'missingColumns',
  'notText',
  'unclosedQuote',
  'tooManyRows',
  'oldExcel',
  'notExcel',
  'hasMacros',
  'encryptedFile',
  'brokenFile',
  'unpacksTooLarge',
] as const satisfies ErrorCode[];

function schemaOf(codes: readonly ErrorCode[]): TSchema {
  const lines = codes.map((code) => `- \`${code}\`: ${errorKinds[code].message}`);
  return Type.Object(
    {
      error: Type.Object({
        code: Type.Enum([...codes]),
        message: Type.String({ description: 'English' }),
        details: Type.Record(Type.String(), Type.String(), {
          description: 'What stands in the braces of the sentence',
        }),
      }),
    },
    { description: lines.join('\n') },
  );
}

function byStatus(documented: readonly DocumentedError[]): ReadonlyMap<number, readonly ErrorCode[]> {
  const codes = new Map<number, Set<ErrorCode>>();
  for (const each of documented) {
    const [code, status] = typeof each === 'string' ? [each, errorKinds[each].status] : each;
    codes.set(status, (codes.get(status) ?? new Set()).add(code));
  }
  return new Map(Array.from(codes, ([status, set]) => [status, [...set]]));
}

/** For `response` of a route's schema, spread beside its own answers; types see nothing of it. */
export function errors(...documented: readonly DocumentedError[]): Record<never, never> {
  return Object.fromEntries(Array.from(byStatus(documented), ([status, codes]) => [status, schemaOf(codes)]));
}

/** What every route of this kind can answer beside what it says itself. */
export function commonErrors(kind: { readonly organiser: boolean; readonly body: boolean }): {
  readonly default: TSchema;
} {
  const codes = [...anywhere, ...(kind.body ? withBody : []), ...(kind.organiser ? ofOrganiser : [])];
  return { default: schemaOf(codes) };
}
