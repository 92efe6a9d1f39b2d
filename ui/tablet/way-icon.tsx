// Signs for the two ways of typing arrows: a target, or keys.
import type { TypingWay } from './tablet-settings.ts';

const keys = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ x: 3 + column * 6.5, y: 3 + row * 6.5 })));

export function WayIcon({ way }: { readonly way: TypingWay }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="28"
      height="28"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      {way === 'face' ? (
        <>
          <circle cx="12" cy="12" r="10" />
          <circle cx="12" cy="12" r="5.5" />
          <circle cx="12" cy="12" r="1.5" fill="currentColor" />
        </>
      ) : (
        keys.map(({ x, y }) => (
          <rect key={`${x}/${y}`} x={x} y={y} width="5" height="5" rx="1" fill="currentColor" stroke="none" />
        ))
      )}
    </svg>
  );
}
