// Turns a machine's own apt sources into source-package entries, for a private list. The machine's lists are only read:
// whatever mirror and keys it trusts are used, and no host is named here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const roles = ['stable', 'oldstable', 'testing', 'unstable', 'sid'];

/** Only the distribution itself: other people's archives seldom carry sources, and never the ones wanted here. */
function isDistribution(suite, components, codename) {
  const [, name] = /^(.+?)(?:[-/](?:updates|security)(?:\/updates)?)?$/.exec(suite) ?? [];
  return [codename, ...roles].includes(name) && components.includes('main');
}

const words = (text) => text.trim().split(/\s+/).filter(Boolean);

/** "deb [options] uri suite component…" */
function deriveFromLine(line, codename) {
  const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
  if (match === null) return [];
  const [, options = '', uri, suite, components] = match;
  if (!isDistribution(suite, words(components), codename)) return [];
  const kept = words(options).filter((option) => !/^arch(\+|-)?=/.test(option));
  return [`deb-src ${kept.length > 0 ? `[${kept.join(' ')}] ` : ''}${uri} ${suite} ${words(components).join(' ')}`];
}

/** A deb822 paragraph as [name, value] pairs; a value keeps its continuation lines (an embedded key, for one). */
function readFields(paragraph) {
  const fields = [];
  for (const line of paragraph.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const match = /^([^\s:]+):(.*)$/.exec(line);
    if (match !== null) fields.push([match[1], match[2]]);
    else if (fields.length > 0) fields.at(-1)[1] += `\n${line}`;
  }
  return fields;
}

function deriveFromParagraph(paragraph, codename) {
  const fields = readFields(paragraph);
  const value = (name) => fields.find(([field]) => field.toLowerCase() === name)?.[1] ?? '';
  if (value('enabled').trim().toLowerCase() === 'no') return [];
  const suites = words(value('suites')).filter((suite) => isDistribution(suite, words(value('components')), codename));
  if (suites.length === 0) return [];
  const replaced = { types: ' deb-src', suites: ` ${suites.join(' ')}` };
  return fields
    .filter(([name]) => name.toLowerCase() !== 'architectures')
    .map(([name, text]) => `${name}:${replaced[name.toLowerCase()] ?? text}`)
    .join('\n');
}

/**
 * @param {{name: string, text: string}[]} files a machine's .list and .sources files
 * @param {string} codename the distribution's, e.g. "bookworm"
 * @returns {{list: string, sources: string}} what to write into a private .list and .sources file; empty when there is nothing
 */
export function deriveSourceLists(files, codename) {
  const unique = (entries) => [...new Set(entries)];
  const lines = files
    .filter(({ name }) => name.endsWith('.list'))
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => deriveFromLine(line, codename));
  const paragraphs = files
    .filter(({ name }) => name.endsWith('.sources'))
    .flatMap(({ text }) => text.split(/\n[ \t]*\n/))
    .flatMap((paragraph) => deriveFromParagraph(paragraph, codename));
  return { list: unique(lines).join('\n'), sources: unique(paragraphs).join('\n\n') };
}

export function readAptSources(folder = '/etc/apt') {
  const parts = join(folder, 'sources.list.d');
  const paths = [join(folder, 'sources.list')];
  if (existsSync(parts)) paths.push(...readdirSync(parts).map((name) => join(parts, name)));
  return paths
    .filter((path) => /\.(list|sources)$/.test(path) && existsSync(path))
    .map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
}

export function readCodename(path = '/etc/os-release') {
  if (!existsSync(path)) return '';
  return /^VERSION_CODENAME="?([^"\n]*)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
}
