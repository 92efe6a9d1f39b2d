// Keys of a whole page: they work wherever nothing else takes them, not in a field, and the space bar not on another button.
import { useLayoutEffect } from 'react';

/** `onKey` says whether the key did something. */
export function useKeyboard(onKey: (key: string) => boolean) {
  // With the picture, not after it: whoever sees the keys may press one at once.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target instanceof Element && target.closest('input, select, textarea, dialog')) return;
      if (key === ' ' && target instanceof Element && target.closest('button, a, summary')) return;
      if (onKey(key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onKey]);
}
