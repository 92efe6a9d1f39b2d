// What journald gets to read.
import assert from 'node:assert/strict';
import { fstatSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLog, isJournal, writeData } from './output.ts';

const { dev, ino } = fstatSync(2);
const underJournal = { JOURNAL_STREAM: `${dev}:${ino}` };

function written(environment: NodeJS.ProcessEnv): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-log-'));
  try {
    const path = join(folder, 'log');
    const log = createLog('info', environment, openSync(path, 'w'));
    log.debug({}, 'not at this level');
    log.info({ competition: 'a' }, 'begun');
    log.warn({}, 'odd');
    log.error({ why: 'disk' }, 'bad');
    return readFileSync(path, 'utf8').trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('under journald each line says how much it matters, and not what journald knows', {
  skip: process.stderr.isTTY,
}, () => {
  assert.deepEqual(written(underJournal), [
    '<6>{"level":30,"competition":"a","msg":"begun"}',
    '<4>{"level":40,"msg":"odd"}',
    '<3>{"level":50,"why":"disk","msg":"bad"}',
  ]);
});

test('elsewhere it is plain JSON with its time, also where a shell under systemd has left the variable', {
  skip: process.stderr.isTTY,
}, () => {
  const lines = written({ JOURNAL_STREAM: `${dev}:${ino + 1}` });
  assert.equal(lines.length, 3);
  for (const line of lines) assert.ok(JSON.parse(line).time > 0);
});

test('goes by the very file that systemd names', () => {
  assert.equal(isJournal({ JOURNAL_STREAM: '8:77' }, { dev: 8, ino: 77 }), true);
  assert.equal(isJournal({ JOURNAL_STREAM: '8:77' }, { dev: 8, ino: 78 }), false);
  assert.equal(isJournal({}, { dev: 8, ino: 77 }), false);
});

test('what is drawn anew every second leaves nothing behind each time', async () => {
  const before = process.stdout.listenerCount('error');
  for (let each = 0; each < 12; each += 1) await writeData('');
  assert.equal(process.stdout.listenerCount('error'), before);
});
