// What the address of an overlay says: what it shows and how it looks. On air a part that makes no sense counts as not said; the page that
// builds addresses tells which.
import { isLanguage, type Language } from '../text/languages.ts';

export const positions = [
  ...['top-left', 'top', 'top-right'],
  ...['left', 'center', 'right'],
  ...['bottom-left', 'bottom', 'bottom-right'],
] as const;
export type OverlayPosition =
  | 'top-left'
  | 'top'
  | 'top-right'
  | 'left'
  | 'center'
  | 'right'
  | 'bottom-left'
  | 'bottom'
  | 'bottom-right';

/** What a row or a line may hold beside name and score; each kind of overlay takes what it knows. */
export const fields = ['title', 'club', 'target', 'arrows', 'average', 'moved', 'chance'] as const;
export type OverlayField = (typeof fields)[number];

export interface OverlayOptions {
  readonly position: OverlayPosition;
  /** In percent. */
  readonly size: number;
  /** From the edge, in pixels of a picture of 1920 by 1080. */
  readonly margin: number;
  /** Rows of a leaderboard. */
  readonly top: number;
  /** Six or eight hex digits, the last two for how opaque it is. */
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
  readonly fields: readonly OverlayField[];
  /** Undefined: the browser's. */
  readonly lang: Language | undefined;
  /** Says how old the picture is when the connection is lost. */
  readonly age: boolean;
  /** Without motion. */
  readonly still: boolean;
}

export const usualOptions: OverlayOptions = {
  position: 'bottom-left',
  size: 100,
  margin: 64,
  top: 5,
  ground: '14181bec',
  ink: 'ffffff',
  accent: 'ffd21f',
  fields: ['title', 'club', 'arrows'],
  lang: undefined,
  age: false,
  still: false,
};

export type OptionName = keyof OverlayOptions;

export interface ReadOptions {
  readonly options: OverlayOptions;
  /** Those that say something which cannot be. */
  readonly wrong: readonly OptionName[];
}

const bounds = { size: [25, 400], margin: [0, 400], top: [1, 20] } as const;

function isPosition(text: string): text is OverlayPosition {
  return positions.some((each) => each === text);
}

const isField = (text: string): text is OverlayField => fields.some((each) => each === text);

function readNumber(text: string, [least, most]: readonly [number, number]): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** `#` may stand before it: in an address it would have to be written as %23. */
function readColour(text: string): string | undefined {
  const digits = text.replace(/^#/, '').toLowerCase();
  return /^([0-9a-f]{6}|[0-9a-f]{8})$/.test(digits) ? digits : undefined;
}

const readFlag = (text: string): boolean | undefined => (text === '1' || text === '0' ? text === '1' : undefined);

function readFields(text: string): readonly OverlayField[] | undefined {
  const names = text.split(',').filter(Boolean);
  return names.every(isField) ? fields.filter((each) => names.includes(each)) : undefined;
}

const readers: { readonly [Name in OptionName]: (text: string) => OverlayOptions[Name] | undefined } = {
  position: (text) => (isPosition(text) ? text : undefined),
  size: (text) => readNumber(text, bounds.size),
  margin: (text) => readNumber(text, bounds.margin),
  top: (text) => readNumber(text, bounds.top),
  ground: readColour,
  ink: readColour,
  accent: readColour,
  fields: readFields,
  lang: (text) => (isLanguage(text) ? text : undefined),
  age: readFlag,
  still: readFlag,
};

export const optionNames = Object.keys(readers) as readonly OptionName[];

export function readOptions(search: string): ReadOptions {
  const asked = new URLSearchParams(search);
  let options = usualOptions;
  const wrong: OptionName[] = [];
  for (const name of optionNames) {
    const text = asked.get(name);
    if (text === null) continue;
    const value = readers[name](text);
    if (value === undefined) wrong.push(name);
    else options = { ...options, [name]: value };
  }
  return { options, wrong };
}

function textOf(options: OverlayOptions, name: OptionName): string {
  const value = options[name];
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value ?? '');
}

/** Only what is not as usual, in the order of the table. */
export function optionsQuery(options: OverlayOptions): string {
  const said = optionNames
    .filter((name) => textOf(options, name) !== textOf(usualOptions, name))
    .map((name) => `${name}=${encodeURIComponent(textOf(options, name)).replaceAll('%2C', ',')}`);
  return said.length > 0 ? `?${said.join('&')}` : '';
}
