// A field to sign in with a finger, a pen or the mouse. Strokes are kept in the field's own units, so that turning the device loses nothing.
import { type PointerEvent, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { fieldHeight, fieldWidth, type Point, pathOfStrokes, type Stroke } from '../store/signature.ts';
import { useText } from '../text/text-context.tsx';
import styles from './sign-card.module.css';

interface SignaturePadProps {
  readonly label: string;
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

export function SignaturePad({ label, strokes, onChange }: SignaturePadProps) {
  const { t } = useText();
  const [drawing, setDrawing] = useState<Stroke | undefined>();
  const pad = useRef<SVGSVGElement>(null);
  const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = pad.current?.getBoundingClientRect();
    if (!box || box.width === 0) return { x: 0, y: 0 };
    const round = (value: number) => Math.round(value * 10) / 10;
    return {
      x: round(((clientX - box.left) / box.width) * fieldWidth),
      y: round(((clientY - box.top) / box.height) * fieldHeight),
    };
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing([pointOf(event)]);
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing) return;
    const { nativeEvent } = event;
    // Between two frames a finger leaves more points than one.
    const passed = nativeEvent.getCoalescedEvents?.() ?? [];
    setDrawing([...drawing, ...(passed.length > 0 ? passed : [nativeEvent]).map(pointOf)]);
  };
  const finish = () => {
    if (drawing) onChange([...strokes, drawing]);
    setDrawing(undefined);
  };
  return (
    <div className={styles.pad}>
      <svg
        ref={pad}
        viewBox={`0 0 ${fieldWidth} ${fieldHeight}`}
        className={styles.field}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <line x1="12" y1="80" x2={fieldWidth - 12} y2="80" className={styles.line} />
        <path d={pathOfStrokes(drawing ? [...strokes, drawing] : strokes)} className={styles.ink} />
      </svg>
      {strokes.length > 0 ? (
        <Button className={styles.clear} onClick={() => onChange([])} aria-label={`${t('cards.sign.clear')}: ${label}`}>
          {t('cards.sign.clear')}
        </Button>
      ) : null}
    </div>
  );
}
