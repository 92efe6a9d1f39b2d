import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatAgo, formatDays } from './dates.ts';

/** The spaces of a language differ from one version of its data to the next. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('days', () => {
  it('are written as the language does', () => {
    assert.equal(plain(formatDays('en', '2026-05-02', '2026-05-02')), 'May 2, 2026');
    assert.equal(plain(formatDays('fr', '2026-05-02', '2026-05-02')), '2 mai 2026');
    assert.equal(plain(formatDays('id', '2026-05-02', '2026-05-02')), '2 Mei 2026');
    assert.match(plain(formatDays('fr', '2026-05-02', '2026-05-04')), /^2\s?[–-]\s?4 mai 2026$/);
    assert.match(plain(formatDays('en', '2026-12-31', '2027-01-01')), /December 31, 2026 – January 1, 2027/);
  });

  it('that have passed are counted in the largest unit of which there are two', () => {
    const [minute, hour] = [60_000, 3_600_000];
    const told = (language: string, milliseconds: number) => plain(formatAgo(language, milliseconds));
    assert.equal(told('en', -5), '1 minute ago', 'clocks differ');
    assert.equal(told('en', 90 * minute), '90 minutes ago');
    assert.equal(told('fr', 5 * hour), 'il y a 5 heures');
    assert.equal(told('id', 49 * hour), '2 hari yang lalu');
  });

  it('are written also where the browser cannot write a span, and where they are no days', () => {
    const { formatRange } = Intl.DateTimeFormat.prototype;
    Reflect.deleteProperty(Intl.DateTimeFormat.prototype, 'formatRange');
    try {
      assert.equal(plain(formatDays('fr', '2026-05-02', '2026-05-04')), '2 mai 2026 – 4 mai 2026');
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'formatRange', {
        value: formatRange,
        writable: true,
        configurable: true,
      });
    }
    assert.equal(formatDays('en', '', ''), '');
    assert.equal(formatDays('en', 'soon', 'later'), 'soon – later');
  });
});
