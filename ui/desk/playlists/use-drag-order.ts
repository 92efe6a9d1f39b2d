// Dragging an item of a list to another place, by mouse, pen or finger. The list stays as it is until it is let go: what moves meanwhile is a
// mark of where it would stand, so that no element loses the pointer under it.
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { placeAt } from './item-order.ts';

interface Dragged {
  readonly from: number;
  readonly to: number;
}

/** `list`: its children are the items. */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<Dragged | undefined>();
  /** The truth: a drop may follow a cancellation before anything is drawn. */
  const held = useRef<Dragged | undefined>(undefined);
  const hold = useCallback((next: Dragged | undefined) => {
    held.current = next;
    setDragged(next);
  }, []);
  const isDragging = dragged !== undefined;

  useEffect(() => {
    if (!isDragging) return undefined;
    const follow = ({ clientY }: globalThis.PointerEvent) => {
      if (!held.current) return;
      const middles = [...(list.current?.children ?? [])].map((item) => {
        const { top, height } = item.getBoundingClientRect();
        return top + height / 2;
      });
      hold({ ...held.current, to: placeAt(middles, held.current.from, clientY) });
    };
    const cancel = () => hold(undefined);
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && cancel();
    const drop = () => {
      const last = held.current;
      hold(undefined);
      if (last && last.to !== last.from) onMove(last.from, last.to);
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKey);
    };
  }, [isDragging, list, hold, onMove]);

  const grab = (from: number) => (event: PointerEvent) => {
    if (event.button === 0) hold({ from, to: from });
  };
  return { dragged, grab };
}
