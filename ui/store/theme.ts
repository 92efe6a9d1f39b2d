// Light by default, for outdoors; dark for screens in halls, by `?theme=dark` or by the switch, which is remembered.
import { recall, remember } from './remember.ts';

export type Theme = 'light' | 'dark';
const place = 'theme';

export function presentTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme) {
  remember(place, theme);
  applyTheme(theme);
}

export function startTheme() {
  const asked = new URLSearchParams(window.location.search).get('theme');
  applyTheme((asked ?? recall(place)) === 'dark' ? 'dark' : 'light');
}
