// The catalogues against each other and against every table of codes that the appliance has.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standings } from '../../src/domain/card/card-notes.ts';
import { clockProblems } from '../../src/domain/clock/clock-check.ts';
import { matchClockProblems } from '../../src/domain/clock/match-clock-check.ts';
import { documentProblems } from '../../src/domain/document/document.ts';
import { eventProblems } from '../../src/domain/event/check-event-setup.ts';
import { shootOffFaults } from '../../src/domain/ranking/cut-shoot-off.ts';
import { rejectionCodes } from '../../src/domain/rejections.ts';
import { roundProblems } from '../../src/domain/rounds/round-check.ts';
import { recordProblems } from '../../src/domain/setup/record-check.ts';
import { sessionProblems } from '../../src/domain/setup/session-check.ts';
import { announcementProblems, playlistProblems, screenProblems } from '../../src/domain/show/show-check.ts';
import { errorKinds } from '../../src/http/errors.ts';
import { ImportFileProblemSchema, ImportProblemSchema } from '../../src/wire/api-import.ts';
import { closeCodes, deferralReasons, noticeCodes } from '../../src/wire/codes.ts';
import { type MessageKey, en as pagesInEnglish } from './en.ts';
import { enDesk } from './en-desk.ts';
import { type Language, languages, loadCatalogue, pickLanguage } from './languages.ts';
import { type Part, parseMessage } from './message.ts';
import { sentenceOfAge, sentenceOfError, sentenceOfImportProblem, sentenceOfRejection } from './sentences.ts';
import { createTranslator as createFrom } from './translator.ts';

const en: Readonly<Record<MessageKey, string>> = { ...pagesInEnglish, ...enDesk };
const codes = languages.map(({ code }) => code);
const catalogues = new Map(
  await Promise.all(codes.map(async (code) => [code, await loadCatalogue(code, { withDesk: true })] as const)),
);
const catalogueOf = (language: Language) => catalogues.get(language) as Readonly<Record<MessageKey, string>>;
const createTranslator = (language: Language) => createFrom(language, catalogueOf(language));
const keys = Object.keys(en) as MessageKey[];
const literals = (schema: { readonly anyOf: readonly { readonly const: string }[] }) =>
  schema.anyOf.map((each) => each.const);

/** The values that a message needs, each with how it is used: as it is, as a number, or with these branches. */
function usesOf(parts: readonly Part[], uses = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    if (part.kind === 'text') uses.set(part.name, uses.get(part.name) ?? 'text');
    if (part.kind === 'number' || part.kind === 'plural') uses.set(part.name, 'number');
    if (part.kind === 'select') uses.set(part.name, [...part.branches.keys()].sort().join(' '));
    if ('branches' in part) for (const branch of part.branches.values()) usesOf(branch, uses);
  }
  return uses;
}

const argumentsOf = (message: string) => usesOf(parseMessage(message)).keys();

/** The branches of every plural in a message. */
function pluralsOf(parts: readonly Part[]): readonly (readonly string[])[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || !('branches' in part)) return [];
    const inside = [...part.branches.values()].flatMap(pluralsOf);
    return part.kind === 'plural' ? [[...part.branches.keys()], ...inside] : inside;
  });
}

describe('catalogues', () => {
  for (const language of codes) {
    it(`${language} has every message, each one parses, and each needs the same values as English`, () => {
      const catalogue = catalogueOf(language);
      assert.deepEqual(Object.keys(catalogue).sort(), [...keys].sort());
      for (const key of keys) {
        assert.doesNotThrow(() => parseMessage(catalogue[key]), key);
        assert.deepEqual(usesOf(parseMessage(catalogue[key])), usesOf(parseMessage(en[key])), key);
        assert.notEqual(catalogue[key].trim(), '', key);
      }
    });

    it(`${language} counts with the forms that the language has, and with all of them or none`, () => {
      // Forms for a million or for fractions (French `many`) may be left to `other`.
      const rare = new Set(['many']);
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of keys) {
        for (const branches of pluralsOf(parseMessage(catalogueOf(language)[key]))) {
          const named = branches.filter((branch) => !branch.startsWith('='));
          for (const form of named)
            assert.ok(
              forms.some((each) => each === form),
              `${key}: ${form}`,
            );
          // Where a sentence is the same for every number, `other` alone will do.
          const isNamed = (form: string) => named.length === 1 || named.includes(form);
          for (const form of forms) assert.ok(rare.has(form) || isNamed(form), `${key}: no ${form}`);
        }
      }
    });

    it(`${language} has a sentence for every code of the appliance`, () => {
      const { find } = createTranslator(language);
      const tables: Record<string, readonly string[]> = {
        rejection: rejectionCodes,
        close: Object.keys(closeCodes),
        deferral: Object.keys(deferralReasons),
        notice: Object.keys(noticeCodes),
        import: literals(ImportProblemSchema.properties.code),
        file: literals(ImportFileProblemSchema.properties.code),
        access: [
          'wrongCode',
          'codeUsed',
          'codeExpired',
          'wrongPassword',
          'passwordTooShort',
          'tooManyTries',
          'passwordExists',
          'notLoggedIn',
        ],
      };
      for (const [family, table] of Object.entries(tables)) {
        assert.ok(table.length > 0);
        for (const code of table) {
          const values = Object.fromEntries(
            [...argumentsOf(catalogueOf(language)[`${family}.${code}` as MessageKey] ?? '')].map((name) => [name, 1]),
          );
          assert.ok(find(`${family}.${code}`, values), `${family}.${code}`);
        }
      }
    });
  }

  it('has a sentence for every error that an answer can carry', () => {
    const english = createTranslator('en');
    for (const code of Object.keys(errorKinds)) {
      const details = Object.fromEntries([...argumentsOf(Object.values(en).join(' '))].map((name) => [name, '1']));
      assert.doesNotMatch(sentenceOfError(english, { code, details }), /^That did not work/, code);
    }
  });

  it('has no sentence for a code that does not exist', () => {
    const known = new Set<string>(rejectionCodes);
    for (const key of keys) if (key.startsWith('rejection.')) assert.ok(known.has(key.slice('rejection.'.length)), key);
  });
});

describe('sentences', () => {
  const english = createTranslator('en');

  it('counts in every language', () => {
    assert.equal(english.t('desk.import.button', { count: 1 }), 'Import 1 entry');
    assert.equal(english.t('desk.import.button', { count: 2 }), 'Import 2 entries');
    assert.equal(createTranslator('id').t('desk.import.button', { count: 2 }), 'Impor 2 peserta');
    assert.equal(createTranslator('fr').t('desk.import.button', { count: 0 }), 'Importer 0 inscrit');
    assert.equal(createTranslator('fr').t('desk.import.button', { count: 2 }), 'Importer 2 inscrits');
  });

  it('fills in what a rejection carries', () => {
    const details = { arrow: '2', end: '3', value: '9' };
    assert.match(sentenceOfRejection(english, { code: 'arrowAlreadyScored', details }), /Arrow 2 of end 3 .* 9/);
    assert.equal(
      sentenceOfError(english, { code: 'tooManyTries', details: { retryAfterSeconds: '30' } }),
      'Too many tries. Wait 30 seconds.',
    );
  });

  const whys: readonly (readonly [code: string, detail: string, list: readonly string[]])[] = [
    ['roundWrong', 'why', roundProblems],
    ['sessionWrong', 'why', sessionProblems],
    ['recordWrong', 'why', recordProblems],
    ['eventWrong', 'why', eventProblems],
    ['shootOffWrong', 'why', shootOffFaults],
    ['clockWrong', 'why', [...new Set([...clockProblems, ...matchClockProblems])]],
    ['screenWrong', 'why', screenProblems],
    ['playlistWrong', 'why', playlistProblems],
    ['announcementWrong', 'why', announcementProblems],
    ['badDocument', 'problem', documentProblems],
    ['standingUnchanged', 'standing', standings],
    ['notCompeting', 'standing', standings.filter((standing) => standing !== 'competing')],
  ];
  for (const language of codes) {
    it(`${language} says why in words of its own for everything that can be wrong`, () => {
      const translator = createTranslator(language);
      const rest = {
        roundId: 'r',
        session: '1',
        line: '1',
        event: 'e',
        round: '1',
        pointer: '/p',
        found: 'f',
        name: 'n',
      };
      for (const [code, detail, list] of whys) {
        const sentence = (word: string) =>
          sentenceOfRejection(translator, { code, details: { ...rest, [detail]: word } });
        const unknown = (word: string) => sentence('brandNew').replace('brandNew', word);
        for (const word of list) assert.notEqual(sentence(word), unknown(word), `${code}: ${word}`);
        assert.equal(new Set(list.map(sentence)).size, list.length, code);
      }
    });
  }

  it('counts who is left to finish or to go on', () => {
    const unfinished = (others: string) =>
      sentenceOfRejection(english, { code: 'cardsNotFinished', details: { event: 'RM', name: 'Budi', others } });
    assert.match(unfinished('0'), /^The scorecard of Budi is not finished\./);
    assert.match(unfinished('1'), /^The scorecard of Budi and one more are not finished\./);
    assert.match(unfinished('12'), /^The scorecard of Budi and 12 more are not finished\./);
    const details = { event: 'RM', found: '1' };
    assert.match(
      sentenceOfRejection(english, { code: 'tooFewToDraw', details }),
      /only 1 competitor could go on in “RM”/,
    );
  });

  it('names the ends and shoot-offs of a match', () => {
    const details = { part: 'end', number: '5', openPart: 'shootOff', openNumber: '1' };
    assert.equal(
      sentenceOfRejection(english, { code: 'matchPlaceNotOpen', details }),
      'Next comes shoot-off 1, not end 5.',
    );
  });

  it('tells a line of the file from an entry that was there before', () => {
    const details = { name: 'Budi', club: 'Merapi', category: 'RM', target: '1A' };
    const sentence = (code: string, line: string) =>
      sentenceOfImportProblem(english, { code, details: { ...details, line } });
    assert.equal(sentence('targetTaken', '4'), 'Target 1A is already given to Budi in line 4.');
    assert.equal(sentence('targetTaken', ''), 'Target 1A is already given to Budi.');
    assert.equal(sentence('duplicateEntry', ''), 'Budi (Merapi) is already registered in RM.');
  });

  it('says something for a code of a newer appliance, and when a detail is missing', () => {
    assert.equal(sentenceOfRejection(english, { code: 'brandNew', details: {} }), 'That did not work: brandNew');
    assert.equal(
      sentenceOfError(english, { code: 'tooManyTries', details: {}, message: 'Slow down' }),
      'That did not work: Slow down',
    );
  });

  it('tells an age in the unit that a person would use', () => {
    assert.equal(sentenceOfAge(english, 1_000), '1 second');
    assert.equal(sentenceOfAge(english, 150_000), '2 minutes');
    assert.equal(sentenceOfAge(english, 7_200_000), '2 hours');
  });
});

describe('language', () => {
  it('is the remembered one, else the browser’s, else English', () => {
    assert.equal(pickLanguage('id', ['en-GB']), 'id');
    assert.equal(pickLanguage('xx', ['sv-SE', 'in-ID']), 'id');
    assert.equal(pickLanguage(null, ['fr-CA']), 'fr');
    assert.equal(pickLanguage(null, ['sv-SE']), 'en');
  });
});
