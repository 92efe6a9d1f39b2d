// XML of a spreadsheet → its elements and texts, one after the other. Only what such files consist of: no document types, so no entities but
// XML's own five and letters by number, and nothing is ever fetched. Elements go by their local names: some programs write `x:row`.
import { TableFileError } from './table-file-error.ts';

export interface XmlHandler {
  /** `attribute`: by local name; undefined where there is none. Good until the next event. */
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const deepest = 64;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function wrong(why: string): TableFileError {
  return new TableFileError('brokenFile', {}, { cause: new Error(why) });
}

/** Throws TableFileError for what is not well-formed enough to be read. */
export function scanXml(xml: string, { open, close, text }: XmlHandler): void {
  const inside: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at && inside.length > 0) text?.(decodeEntities(xml.slice(at, end)));
    if (next < 0) break;
    at = skipAside(xml, next, text) ?? element(next);
  }
  if (inside.length > 0) throw wrong('cut off');

  function element(start: number): number {
    const end = tagEnd(xml, start);
    if (xml[start + 1] === '/') {
      const name = localName(xml.slice(start + 2, end).trim());
      if (inside.pop() !== name) throw wrong(`</${name}> of another element`);
      close?.(name);
      return end + 1;
    }
    const isEmpty = xml[end - 1] === '/';
    const tag = xml.slice(start + 1, isEmpty ? end - 1 : end);
    const space = tag.search(/\s/);
    const name = localName(space < 0 ? tag : tag.slice(0, space));
    if (name === '') throw wrong('an element without a name');
    open?.(name, (wanted) => (space < 0 ? undefined : attributeOf(tag, wanted)));
    if (isEmpty) close?.(name);
    else if (inside.push(name) > deepest) throw wrong('too deep');
    return end + 1;
  }
}

/** Past a comment, a processing instruction or CDATA, whose text is told; undefined where an element begins. */
function skipAside(xml: string, start: number, text: XmlHandler['text']): number | undefined {
  if (xml.startsWith('<!--', start)) return past(xml, '-->', start);
  if (xml.startsWith('<?', start)) return past(xml, '?>', start);
  if (xml.startsWith('<![CDATA[', start)) {
    const end = past(xml, ']]>', start);
    text?.(xml.slice(start + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', start)) throw wrong('a document type');
  return undefined;
}

function past(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw wrong(`no ${mark}`);
  return found + mark.length;
}

/** The `>` that is not inside an attribute's value. */
function tagEnd(xml: string, start: number): number {
  let end = xml.indexOf('>', start);
  let from = start;
  while (end >= 0) {
    const quote = openQuote(xml, from, end);
    if (quote === undefined) return end;
    const closing = xml.indexOf(quote.mark, quote.at + 1);
    if (closing < 0) break;
    from = closing + 1;
    if (closing > end) end = xml.indexOf('>', closing);
  }
  throw wrong('a tag without an end');
}

function openQuote(xml: string, from: number, to: number): { readonly mark: string; readonly at: number } | undefined {
  for (let at = from; at < to; at += 1) {
    const mark = xml[at];
    if (mark === '"' || mark === "'") return { mark, at };
  }
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Step by step and never back: a tag may be as long as the file. */
function attributeOf(tag: string, wanted: string): string | undefined {
  let at = tag.search(/\s/);
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return undefined;
    const quote = openQuote(tag, equals + 1, tag.length);
    const end = quote ? tag.indexOf(quote.mark, quote.at + 1) : -1;
    if (!quote || end < 0) throw wrong('an attribute without a value');
    if (localName(tag.slice(at, equals).trim()) === wanted) return decodeEntities(tag.slice(quote.at + 1, end));
    at = end + 1;
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const letter = name.startsWith('#') ? letterOf(name) : Object.hasOwn(named, name) ? named[name] : undefined;
    if (letter === undefined || !whole.endsWith(';')) throw wrong('an entity of its own');
    return letter;
  });
}

function letterOf(name: string): string | undefined {
  const code = /^#x[0-9a-f]{1,6}$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
