// A key that answers as the finger leaves it. A browser's own click comes after it has looked for double taps, hovered and moved the focus,
// which costs an old tablet some ten milliseconds, and does not come at all while another finger is still down.
import type { TouchEvent } from 'react';

type KeyTouch = TouchEvent<HTMLButtonElement>;

/** How far a finger may roll between down and up, in CSS pixels: gloves are thick. More is a scroll, or a change of mind. */
const slackPixels = 12;

/** Where each finger came down, by the browser's number for it. */
const begun = new Map<number, { readonly x: number; readonly y: number }>();

function isTap({ currentTarget, changedTouches }: KeyTouch): boolean {
  const touch = changedTouches[0];
  if (!touch || currentTarget.disabled) return false;
  const from = begun.get(touch.identifier);
  begun.delete(touch.identifier);
  return from !== undefined && Math.hypot(touch.clientX - from.x, touch.clientY - from.y) <= slackPixels;
}

/** Handlers for a button: touch at once; mouse, keyboard and screen readers by the click. One press for each tap. */
export function quickTap(press: () => void) {
  return {
    onTouchStart({ changedTouches }: KeyTouch) {
      const touch = changedTouches[0];
      if (touch) begun.set(touch.identifier, { x: touch.clientX, y: touch.clientY });
    },
    onTouchEnd(event: KeyTouch) {
      if (!isTap(event)) return;
      // No click may follow: it would be a second press, or land on what stands in the key's place by then. Where it cannot be kept from
      // coming it presses instead; with another finger down there is none.
      if (event.cancelable) event.preventDefault();
      else if (event.touches.length === 0) return;
      press();
    },
    onClick: press,
  };
}
