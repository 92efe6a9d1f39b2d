// What a number in a cell is to whoever looks at the sheet: a day, a time, a number with its zeros in front, or just a number.

export interface NumberFormat {
  readonly kind: 'number' | 'date' | 'dateTime' | 'time';
  /** Digits that are shown at least: `00000`. */
  readonly digits: number;
}

export const plainNumber: NumberFormat = { kind: 'number', digits: 0 };

/** Formats that Excel has by number (ECMA-376, 18.8.30), with those of its Asian versions. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 22) return { kind: 'dateTime', digits: 0 };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) return { kind: 'time', digits: 0 };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) {
    return { kind: 'date', digits: 0 };
  }
  return plainNumber;
}

/** By its code: `dd/mm/yyyy`, `[h]:mm`, `00000`. */
export function formatOfCode(code: string): NumberFormat {
  if (/^0+$/.test(code)) return { kind: 'number', digits: code.length };
  const letters = code
    .toLowerCase()
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/g, '');
  const [hasDay, hasTime] = [/[yd]/.test(letters) || /m{3}/.test(letters), /[hs]/.test(letters)];
  if (/general/.test(letters)) return plainNumber;
  if (hasDay) return { kind: hasTime ? 'dateTime' : 'date', digits: 0 };
  return hasTime ? { kind: 'time', digits: 0 } : plainNumber;
}

const dayMs = 86_400_000;
/** Excel counts 29 February 1900, a day that never was, so that days before it are one off. */
const lastDayBefore = 60;
/** 31 December 9999. */
const lastSerial = 2_958_465;

/** Days as files keep them: `2008-05-12`, with `14:30` where there is a time; undefined for what is no day of Excel's. */
export function serialToText(serial: number, kind: NumberFormat['kind'], from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return undefined;
  const minutes = Math.round(serial * 1440);
  const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
  if (kind === 'time' && serial < 1) return time;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < lastDayBefore ? 31 : 30);
  const day = new Date(start + Math.floor(minutes / 1440) * dayMs).toISOString().slice(0, 10);
  return kind === 'date' || (kind === 'dateTime' && minutes % 1440 === 0) ? day : `${day} ${time}`;
}

export function numberToText(text: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (format.kind !== 'number') return serialToText(value, format.kind, from1904) ?? String(value);
  return String(value).padStart(format.digits, '0');
}
