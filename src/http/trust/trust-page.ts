// The page about trust as HTML: no script, so that it works on whatever a venue has, before anything is trusted.
import { renderSVG } from 'uqr';
import { type Device, devices, fileFor, type TrustWords } from './trust-words.ts';

export type Trust =
  | { readonly kind: 'off' }
  | { readonly kind: 'own'; readonly secureOrigin: string }
  | {
      readonly kind: 'authority';
      readonly secureOrigin: string;
      readonly fingerprint: string;
      /** What the device will list it as. */
      readonly name: string;
    };

export interface TrustPageParts {
  readonly words: TrustWords;
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly trust: Trust;
  /** Of this page, for other devices. */
  readonly address: string;
  /** Opened on the page; undefined when nothing tells. */
  readonly device: Device | undefined;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const quote = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${quote(text)}</p>`).join('\n');
const items = (texts: readonly string[]) => texts.map((text) => `<li>${quote(text)}</li>`).join('\n');

/** In a browser on the device itself. */
export function deviceOf(userAgent: string): Device | undefined {
  if (/Firefox|FxiOS/.test(userAgent) && !/iPhone|iPad/.test(userAgent)) return 'firefox';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/CrOS/.test(userAgent)) return 'chromeos';
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh/.test(userAgent)) return 'macos';
  return /Linux/.test(userAgent) ? 'linux' : undefined;
}

export function renderTrustPage(parts: TrustPageParts): string {
  const { words, language, languages, trust } = parts;
  const others = languages
    .filter(({ code }) => code !== language)
    .map(({ code, name }) => `<a href="?lang=${code}" lang="${code}" hreflang="${code}">${quote(name)}</a>`)
    .join(' ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quote(words.title)} · Tenring</title>
<link rel="stylesheet" href="/trust/trust.css">
</head>
<body>
<header><a href="/">${quote(words.home)}</a> <nav>${others}</nav></header>
<main>
<h1>${quote(words.title)}</h1>
${renderContent(parts, trust)}
</main>
</body>
</html>
`;
}

function renderContent(parts: TrustPageParts, trust: Trust): string {
  const { words } = parts;
  switch (trust.kind) {
    case 'off':
      return paragraphs([words.off]);
    case 'own':
      return `${paragraphs([words.own])}\n${renderOpen(words, trust.secureOrigin)}`;
    case 'authority':
      return renderAuthority(parts, trust);
  }
}

function renderAuthority(
  { words, address, device }: TrustPageParts,
  trust: Extract<Trust, { kind: 'authority' }>,
): string {
  return `<p>${quote(words.lead)}</p>
<ul>${items(words.why)}</ul>
<p>${quote(words.viewers)}</p>
<section class="fingerprint">
<h2>${quote(words.fingerprintTitle)}</h2>
<p>${quote(words.fingerprint)}</p>
<p><strong>${quote(trust.name)}</strong></p>
<p class="code" dir="ltr">${trust.fingerprint}</p>
<p>${quote(words.limits)}</p>
</section>
<h2>${quote(words.chooseDevice)}</h2>
${devices.map((each) => renderDevice(words, each, each === device)).join('\n')}
<h2>${quote(words.thenTitle)}</h2>
${renderOpen(words, trust.secureOrigin)}
<p>${quote(words.thenTablet)}</p>
<section class="other">
<h2>${quote(words.otherTitle)}</h2>
<p>${quote(words.other)}</p>
<div class="qr">${renderSVG(address)}</div>
<p class="code" dir="ltr">${quote(address)}</p>
</section>
<h2>${quote(words.helpTitle)}</h2>
<ul>${items(words.help)}</ul>`;
}

function renderDevice(words: TrustWords, device: Device, isOpen: boolean): string {
  const { name, steps } = words.steps[device];
  const file = fileFor[device];
  return `<details${isOpen ? ' open' : ''}>
<summary>${quote(name)}</summary>
<ol>
<li><a class="button" href="/trust/${file}">${quote(words.download)}</a> <span dir="ltr">${file}</span></li>
${items(steps)}
</ol>
</details>`;
}

const renderOpen = (words: TrustWords, origin: string) =>
  `<p><a class="button" href="${quote(origin)}/">${quote(words.thenOpen)}</a> <span dir="ltr">${quote(origin)}</span></p>`;

export const trustCss = `:root { color-scheme: light dark; --ink: #16181d; --paper: #fff; --soft: #f1f2f4; --line: #c9ccd3; --go: #0b57d0; --on-go: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef2; --paper: #14161a; --soft: #22252b; --line: #444954; --go: #a8c7fa; --on-go: #10203f }
}
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.5 system-ui, sans-serif }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; padding: .75rem 1rem; border-bottom: 1px solid var(--line) }
nav { display: flex; gap: 1rem }
a { color: var(--go) }
header a { display: inline-block; padding: .5rem 0 }
main { max-width: 42rem; margin: 0 auto; padding: 1rem 1rem 4rem }
h1 { font-size: 1.625rem; line-height: 1.2 }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
li { margin: .5rem 0 }
.button { display: inline-block; padding: .75rem 1.25rem; border-radius: .5rem; background: var(--go); color: var(--on-go); font-weight: 600; text-decoration: none }
.fingerprint { padding: .25rem 1rem; border-radius: .75rem; background: var(--soft) }
.fingerprint h2 { margin-top: .75rem }
.code { font: 600 1rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0 }
summary { padding: .875rem 1rem; font-weight: 600; cursor: pointer }
details ol { margin: 0; padding: 0 1rem 1rem 2.5rem }
.qr { width: 12rem; max-width: 100% }
.qr svg { display: block; width: 100%; height: auto }
`;
