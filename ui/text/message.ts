// ICU messages, as far as the catalogues use them: values, numbers, plurals and selections, one inside the other. Apart from the
// usual library, whose parser for dates, skeletons and tags weighs more than all messages of a language together.
// message.test.ts compares the two, sentence by sentence.

export type Part = string | Value | Branches;

interface Value {
  readonly kind: 'text' | 'number';
  /** `#` of the plural around it, or a value's own name. */
  readonly name: string;
}

interface Branches {
  readonly kind: 'plural' | 'select';
  readonly name: string;
  readonly branches: ReadonlyMap<string, readonly Part[]>;
}

export type Values = Readonly<Record<string, string | number>>;

/** Throws a SyntaxError that names the place: catalogues are tested, so that a page never meets one. */
export function parseMessage(message: string): readonly Part[] {
  let at = 0;

  function fail(why: string): never {
    throw new SyntaxError(`${why} at ${at} of “${message}”`);
  }

  function skipSpace() {
    while (/\s/.test(message.charAt(at))) at += 1;
  }

  function expect(sign: string) {
    skipSpace();
    if (message.charAt(at) !== sign) fail(`“${sign}” missing`);
    at += 1;
  }

  function readWord(): string {
    skipSpace();
    const from = at;
    while (/[^\s{},#]/.test(message.charAt(at))) at += 1;
    if (at === from) fail('a word is missing');
    return message.slice(from, at);
  }

  function readBranches(kind: 'plural' | 'select', name: string): Branches {
    const counted = kind === 'plural' ? name : undefined;
    const branches = new Map<string, readonly Part[]>();
    for (skipSpace(); message.charAt(at) !== '}'; skipSpace()) {
      const branch = readWord();
      expect('{');
      branches.set(branch, readParts(counted, true));
      expect('}');
    }
    if (!branches.has('other')) fail('“other” missing');
    return { kind, name, branches };
  }

  function readArgument(): Part {
    expect('{');
    const name = readWord();
    skipSpace();
    let part: Part = { kind: 'text', name };
    if (message.charAt(at) === ',') {
      at += 1;
      const kind = readWord();
      if (kind === 'number') part = { kind, name };
      else if (kind === 'plural' || kind === 'select') {
        expect(',');
        part = readBranches(kind, name);
      } else fail(`“${kind}” is not known`);
    }
    expect('}');
    return part;
  }

  function readParts(counted: string | undefined, isInside: boolean): readonly Part[] {
    const parts: Part[] = [];
    let text = '';
    const push = (part: Part) => {
      if (text !== '') parts.push(text);
      text = '';
      parts.push(part);
    };
    while (at < message.length) {
      const sign = message.charAt(at);
      if (sign === '}') {
        if (!isInside) fail('one “}” too many');
        break;
      }
      if (sign === '{') push(readArgument());
      else if (sign === '#' && counted !== undefined) {
        at += 1;
        push({ kind: 'number', name: counted });
      } else {
        at += 1;
        text += sign;
      }
    }
    if (text !== '') parts.push(text);
    return parts;
  }

  return readParts(undefined, false);
}

export interface Numbers {
  format(value: number): string;
  /** The plural category. */
  pick(count: number): string;
}

/** Made when a message first counts something: an old tablet is busy with either for as long as with a whole screen. */
export function numbersOf(language: string): Numbers {
  let format: Intl.NumberFormat | undefined;
  let plural: Intl.PluralRules | undefined;
  return {
    format(value) {
      format ??= new Intl.NumberFormat(language);
      return format.format(value);
    },
    pick(count) {
      plural ??= new Intl.PluralRules(language);
      return plural.select(count);
    },
  };
}

/** Throws a RangeError where a value is missing. */
export function formatMessage(parts: readonly Part[], values: Values, numbers: Numbers): string {
  return parts.map((part) => formatPart(part, values, numbers)).join('');
}

function formatPart(part: Part, values: Values, numbers: Numbers): string {
  if (typeof part === 'string') return part;
  const value = values[part.name];
  if (value === undefined) throw new RangeError(`“${part.name}” is missing`);
  if (!('branches' in part)) return part.kind === 'text' ? String(value) : numbers.format(Number(value));
  const branch = part.kind === 'plural' ? pluralOf(part, Number(value), numbers) : String(value);
  return formatMessage(part.branches.get(branch) ?? part.branches.get('other') ?? [], values, numbers);
}

const pluralOf = ({ branches }: Branches, count: number, numbers: Numbers) =>
  branches.has(`=${count}`) ? `=${count}` : numbers.pick(count);
