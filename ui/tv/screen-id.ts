// Who this screen is: for ever the same, so that whatever the desk gave it is its own again after the power was gone.
import { recall, remember } from '../store/remember.ts';

const place = 'screen';
const usable = /^[\p{L}\p{N}._-]{1,64}$/u;

/** `/tv/Hall`: the name is the id, also on a screen that keeps nothing. */
export function idInAddress(path: string): string | undefined {
  const name = /^\/tv\/([^/]+)/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const id = decodeSafely(name).trim().toLowerCase().replaceAll(/\s+/g, '-');
  return usable.test(id) ? id : undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody typed with a stray percent sign.
    return text;
  }
}

export function screenId(): string {
  const named = idInAddress(window.location.pathname);
  if (named !== undefined) return named;
  const known = recall(place);
  if (known !== null && usable.test(known)) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  remember(place, made);
  return made;
}
