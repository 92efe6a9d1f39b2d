// Sizes, spans and times as people say them.

const sizes = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** In powers of ten, as disks are sold. */
export function describeBytes(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1_000 ** power;
  return `${size.toFixed(power === 0 || size >= 100 ? 0 : 1)} ${sizes[power]}`;
}

/** The two largest units of it. */
export function describeSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** In this machine's time zone. */
export function describeTime(milliseconds: number): string {
  return moment.format(milliseconds);
}

/** To the second: 2026-05-02 14:03:11, in this machine's time zone. */
export function describeMoment(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString('sv-SE');
}

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** In this machine's time zone. */
export function describeDay(milliseconds: number): string {
  return date.format(milliseconds);
}

/** yyyy-mm-dd where this machine stands. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
