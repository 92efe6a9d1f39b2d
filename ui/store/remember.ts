// Small conveniences in localStorage (language, colours, favourites). Where a browser refuses, they last as long as the page.

const prefix = 'tenring.';
const here = new Map<string, string>();

export function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(prefix + key) ?? here.get(key) ?? null;
  } catch {
    return here.get(key) ?? null;
  }
}

export function remember(key: string, value: string) {
  here.set(key, value);
  try {
    window.localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is full or forbidden: `here` has it for as long as the page is open.
    here.set(key, value);
  }
}
