// What a tap feels and sounds like, where the device can and its holder wants it: a short buzz, a short tone of the browser's own making.

export type Signal = 'arrow' | 'undo' | 'confirmed' | 'refused';

/** Milliseconds: on, off, on. */
const buzzes: Readonly<Record<Signal, readonly number[]>> = {
  arrow: [15],
  undo: [10, 40, 10],
  confirmed: [40],
  refused: [80, 60, 80],
};

/** Hertz, one after the other. */
const tones: Readonly<Record<Signal, readonly number[]>> = {
  arrow: [880],
  undo: [440],
  confirmed: [660, 990],
  refused: [330, 247],
};

const toneSeconds = 0.07;
const loudness = 0.15;
let player: AudioContext | undefined;

/** Browsers let a page sound only after its first tap: this is called from taps. */
function playTones(hertz: readonly number[]) {
  if (typeof AudioContext === 'undefined') return;
  player ??= new AudioContext();
  const context = player;
  // Without a player's permission it stays silent: nothing that scoring depends on.
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  for (const [index, frequency] of hertz.entries()) {
    const from = context.currentTime + index * toneSeconds;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(loudness, from);
    // Fades, or the end of each tone would click.
    volume.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + toneSeconds);
  }
}

export function canVibrate(): boolean {
  return typeof navigator.vibrate === 'function';
}

export function giveSignal(signal: Signal, wanted: { readonly sound: boolean; readonly vibration: boolean }) {
  if (wanted.vibration && canVibrate()) navigator.vibrate([...buzzes[signal]]);
  if (wanted.sound) playTones(tones[signal]);
}
