// Our ICU messages against the usual library's, on every message of every language and on messages made up.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages, loadCatalogue } from './languages.ts';
import { formatMessage, numbersOf, type Part, parseMessage, type Values } from './message.ts';

const format = (message: string, values: Values, language = 'en') =>
  formatMessage(parseMessage(message), values, numbersOf(language));

/** Values that take each branch of the message in turn, and counts that take each form. */
function valuesFor(parts: readonly Part[]): readonly Values[] {
  const choices = new Map<string, Set<string | number>>();
  const add = (name: string, ...all: readonly (string | number)[]) =>
    choices.set(name, new Set([...(choices.get(name) ?? []), ...all]));
  const visit = (inside: readonly Part[]): void => {
    for (const part of inside) {
      if (typeof part === 'string') continue;
      if (part.kind === 'text') add(part.name);
      if (part.kind === 'number' || part.kind === 'plural') add(part.name, 0, 1, 2, 5, 1234, 2_000_000);
      if (part.kind === 'select') add(part.name, ...part.branches.keys(), 'brandNew');
      if ('branches' in part) for (const branch of part.branches.values()) visit(branch);
    }
  };
  visit(parts);
  const longest = Math.max(1, ...[...choices.values()].map(({ size }) => size));
  return Array.from({ length: longest }, (_, turn) =>
    Object.fromEntries(
      [...choices].map(([name, all]) => [name, [...all][turn % Math.max(1, all.size)] ?? `«${name}»`]),
    ),
  );
}

describe('messages', () => {
  for (const { code } of languages) {
    it(`${code} reads like in the usual library`, async () => {
      const numbers = numbersOf(code);
      for (const [key, message] of Object.entries(await loadCatalogue(code, { withDesk: true }))) {
        const parts = parseMessage(message);
        const library = new IntlMessageFormat(message, code);
        for (const values of valuesFor(parts))
          assert.equal(
            formatMessage(parts, values, numbers),
            library.format(values),
            `${key} ${JSON.stringify(values)}`,
          );
      }
    });
  }

  it('reads like in the usual library, whatever stands inside what', () => {
    const word = fc.constantFrom('a', ' b ', '…', 'é', '。');
    const { message } = fc.letrec<{ message: string }>((tie) => ({
      message: fc
        .array(
          fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            word,
            fc.constant('{name}'),
            fc.constant('{count, number}'),
            tie('message').map((inside) => `{count, plural, =0 {none} one {# ${inside}} other {# ${inside}s}}`),
            tie('message').map((inside) => `{which,select,left{${inside}}other{-}}`),
          ),
          { maxLength: 4 },
        )
        .map((parts) => parts.join('')),
    }));
    const values = fc.record({
      name: fc.string(),
      count: fc.nat({ max: 100_000 }),
      which: fc.constantFrom('left', 'right'),
    });
    fc.assert(
      fc.property(message, values, (text, given) => {
        assert.equal(format(text, given), String(new IntlMessageFormat(text, 'en').format(given)));
      }),
    );
  });

  it('counts by the rules of the language: Arabic has six forms', () => {
    const message = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {r}}';
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((n) => format(message, { n }, 'ar')),
      ['z', 'o', 't', 'f', 'm', 'r'],
    );
  });

  it('says what is wrong with a message, and which value is missing', () => {
    for (const wrong of ['{', '{name', 'a}', '{n, plural, one {x}}', '{n, date}', '{n, plural, other {x}', '{}'])
      assert.throws(() => parseMessage(wrong), SyntaxError, wrong);
    assert.throws(() => format('{name}', {}), /“name” is missing/);
  });
});
