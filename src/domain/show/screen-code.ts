// The code that a screen shows until the desk takes it. Follows from its id on both sides, so that nobody has to hand codes out: it tells
// screens of one hall apart and is no secret.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 4;

export function codeOfScreen(id: string): string {
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  let code = '';
  for (let place = 0; place < length; place += 1) {
    code += letters[hash % letters.length];
    hash = Math.floor(hash / letters.length);
  }
  return code;
}
