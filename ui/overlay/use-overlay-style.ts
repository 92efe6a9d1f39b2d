// The look that an address asks for, as variables of CSS.
import type { CSSProperties } from 'react';
import type { OverlayOptions } from './overlay-options.ts';

/** `width` of the picture in pixels: sizes are those of 1920, whatever OBS draws. */
export function styleOf({ size, margin, ground, ink, accent }: OverlayOptions, width: number): CSSProperties {
  const scale = width / 1920;
  return {
    '--overlay-ground': `#${ground}`,
    '--overlay-ink': `#${ink}`,
    '--overlay-accent': `#${accent}`,
    '--overlay-margin': `${margin * scale}px`,
    fontSize: `${(36 * scale * size) / 100}px`,
  } as CSSProperties;
}
