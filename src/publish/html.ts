// HTML as text: whatever is put into it is escaped, unless it is HTML already.

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

type Put = string | number | Html | readonly Html[];

function textOf(put: Put): string {
  if (put instanceof Html) return put.text;
  return typeof put === 'object' ? put.map(({ text }) => text).join('') : escapeHtml(String(put));
}

export function html(parts: TemplateStringsArray, ...puts: readonly Put[]): Html {
  return new Html(parts.map((part, index) => (index === 0 ? part : textOf(puts[index - 1] ?? '') + part)).join(''));
}
