// Addresses after the #, path and search both: the page is one file that may lie anywhere, also on a disk.
import { useSyncExternalStore } from 'react';

function currentHash(): string {
  return window.location.hash.replace(/^#?\/?/, '/');
}

const pathOf = (hash: string) => hash.split('?')[0] ?? '/';
const searchOf = (hash: string) => (hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '');

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** A path without a search goes to one without; a search alone stays on the path. */
export function goTo(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.startsWith('?') ? pathOf(currentHash()) + to : to}`;
  if (replace) window.location.replace(hash);
  else window.location.hash = hash;
}

export function useHashPath(): [string, typeof goTo] {
  return [useSyncExternalStore(subscribe, () => pathOf(currentHash())), goTo];
}

useHashPath.hrefs = (href: string) => `#${href}`;

export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => searchOf(currentHash()));
}

/** Plain links of the boards are addresses of the appliance: here they go to the same board after the #. */
export function catchLinks(home: string): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    const isPlain =
      !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!href || !isPlain || !/^[/?]/.test(href)) return;
    event.preventDefault();
    goTo(href === '/' || href === '/board' ? home : href);
  });
}
