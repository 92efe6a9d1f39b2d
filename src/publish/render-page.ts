// A published page around its content: one file, without script, readable on a phone and on paper, and in the dark.
import { Html, html } from './html.ts';
import type { PageLanguage } from './words.ts';

const style = new Html(`
:root { color-scheme: light dark; --line: #8886; --soft: #888; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 1rem/1.4 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
p { margin: .25rem 0; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .75rem 0; }
.soft { color: var(--soft); font-size: .9rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .5rem; text-align: start; border-bottom: 1px solid var(--line); vertical-align: baseline; }
th { font-size: .85rem; }
.note { padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .4rem; font-weight: 600; overflow-wrap: anywhere; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
.b { font-weight: 700; }
@media (max-width: 34rem) { .w { display: none; } body { padding: .5rem; } th, td { padding: .3rem .25rem; } }
@media print { nav { display: none; } body { max-width: none; font-size: 9pt; } tr { break-inside: avoid; } .w { display: table-cell; } }
`);

/** Stands for the time of writing until the page is written: a page that says nothing new is not another one. */
export const timeMark = '\u0000time\u0000';

export interface PageParts {
  readonly language: PageLanguage;
  readonly title: string;
  readonly heading: string;
  readonly links: readonly (readonly [href: string, words: string])[];
  /** What is announced. */
  readonly notes: readonly string[];
  readonly body: Html;
  readonly asOf: string;
}

const reloadSeconds = 60;

export function renderPage({ language, title, heading, links, notes, body, asOf }: PageParts): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${reloadSeconds}">
<title>${heading === title ? title : `${heading} · ${title}`}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="soft">${title}</p>
<h1>${heading}</h1>
<nav>${links.map(([href, words]) => html`<a href="${href}">${words}</a>`)}</nav>
</header>
<main>
${notes.map((note) => html`<p class="note" dir="auto">${note}</p>\n`)}${body}
</main>
<footer><p class="soft">${asOf} ${timeMark}</p></footer>
</body>
</html>
`.text;
}
