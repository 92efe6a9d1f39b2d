// Each thing that can be wrong, by its facts: how bad it is called, and what a person is told to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizesFor } from '../config/sizes.ts';
import type { Finding } from './finding.ts';
import { judgeFileSystem, judgeFolder, judgeSpace, judgeSync } from './judge-disk.ts';
import { judgeClock, judgeMemory, judgeNetwork, judgePort } from './judge-machine.ts';
import { judgeAuthority, judgeBackup, judgeCertificate, judgeRedis, judgeRunning } from './judge-parts.ts';

const gigabyte = 1024 ** 3;
const now = Date.UTC(2026, 4, 2, 8);
const hour = 3_600_000;
const folder = { path: '/srv/tenring', notWritable: undefined, isOpenToOthers: false, isRunning: false };
const disk = (freeBytes: number, fileSystem = 'ext4') => ({ freeBytes, totalBytes: 64 * gigabyte, fileSystem });
const syncs = (usual: number, slow: number) => Array.from({ length: 200 }, (_, at) => (at < 195 ? usual : slow));
const port = { port: 8000, flag: '--port', by: undefined };
const outside = { kind: 'outside', version: '7.2', policy: 'volatile-lru', appendOnly: true, fsync: 'always' } as const;
const backup = { nowMs: now, isScheduled: true, lastAt: now - hour / 4, everyMinutes: 15, trouble: undefined };
const four = sizesFor({ memoryBytes: 4 * gigabyte, cores: 4 });

const cases: readonly (readonly [Finding['level'], RegExp, readonly Finding[]])[] = [
  ['ok', /no Tenring runs in it/, [judgeFolder(folder)]],
  ['ok', /a Tenring runs in it/, [judgeFolder({ ...folder, isRunning: true })]],
  ['warn', /read by others.*chmod 700/, [judgeFolder({ ...folder, isOpenToOthers: true })]],
  ['bad', /EACCES.*chown/, [judgeFolder({ ...folder, notWritable: 'EACCES' })]],
  ['ok', /40 GB of 64 GB are free/, [judgeSpace(disk(40 * gigabyte))]],
  ['warn', /Make room before/, [judgeSpace(disk(gigabyte))]],
  ['bad', /50 MB .*not ready/, [judgeSpace(disk(50 * 1024 ** 2))]],
  ['ok', /ext4/, [judgeFileSystem(disk(1))]],
  ['bad', /tmpfs.*forgets/, [judgeFileSystem(disk(1, 'tmpfs'))]],
  ['warn', /container/, [judgeFileSystem(disk(1, 'overlay'))]],
  ['warn', /nfs/, [judgeFileSystem(disk(1, 'nfs'))]],
  ['warn', /vfat.*power cut/, [judgeFileSystem(disk(1, 'vfat'))]],
  ['ok', /after 2.00 ms, 1 in 100 takes 9.00 ms/, [judgeSync(syncs(2, 9))]],
  ['warn', /waits that people notice/, [judgeSync(syncs(20, 400))]],
  ['bad', /wait for seconds/, [judgeSync(syncs(20, 3_000))]],
  ['warn', /too fast to be true/, [judgeSync(syncs(0.004, 0.01))]],
  ['ok', /2026-05-02 08:00 UTC, follows/, [judgeClock({ nowMs: now, isSynchronised: true })]],
  ['ok', /UTC$/, [judgeClock({ nowMs: now, isSynchronised: undefined })]],
  ['warn', /no time server/, [judgeClock({ nowMs: now, isSynchronised: false })]],
  ['bad', /cannot be.*battery/, [judgeClock({ nowMs: 0, isSynchronised: true })]],
  [
    'ok',
    /4096 MB: scores 512 .*relay and publishing 64 each, printing 256, .* 2000 free/,
    [judgeMemory(four, 2_000 * 1024 ** 2)],
  ],
  ['warn', /End other programs/, [judgeMemory(four, 100 * 1024 ** 2)]],
  ['warn', /small club event/, [judgeMemory(sizesFor({ memoryBytes: 0.8 * gigabyte, cores: 1 }), gigabyte)]],
  [
    'bad',
    /more than the machine has/,
    [judgeMemory(sizesFor({ memoryBytes: gigabyte, cores: 1 }, { nodeMemoryMegabytes: 1_000 }), gigabyte)],
  ],
  ['ok', /free \(--port\)/, [judgePort({ ...port, kind: 'free' }, false)]],
  ['ok', /this folder’s Tenring/, [judgePort({ ...port, kind: 'taken' }, true)]],
  [
    'bad',
    /nginx \(process 7\) has it.*--port/,
    [judgePort({ ...port, kind: 'taken', by: 'nginx (process 7)' }, false)],
  ],
  ['bad', /another program has it/, [judgePort({ ...port, kind: 'taken' }, false)]],
  ['bad', /service install --port 80/, [judgePort({ ...port, port: 80, kind: 'notAllowed' }, false)]],
  ['bad', /--host/, [judgePort({ ...port, kind: 'noAddress' }, false)]],
  ['ok', /192\.168\.1\.5/, [judgeNetwork({ addresses: ['192.168.1.5'], wireless: [] })]],
  ['warn', /wlan0 is Wi-Fi.*cable/, [judgeNetwork({ addresses: ['192.168.1.5'], wireless: ['wlan0'] })]],
  ['bad', /no address/, [judgeNetwork({ addresses: [], wireless: [] })]],
  ['ok', /built in, 7\.0/, judgeRedis({ kind: 'builtIn', version: '7.0' })],
  ['bad', /noexec/, judgeRedis({ kind: 'builtIn', version: undefined })],
  ['bad', /no redis-server/, judgeRedis({ kind: 'missing' })],
  ['bad', /does not answer: timeout/, judgeRedis({ kind: 'unreachable', why: 'timeout' })],
  ['ok', /outside, 7\.2/, judgeRedis(outside)],
  ['bad', /throw scores away/, judgeRedis({ ...outside, policy: 'allkeys-lru' })],
  ['bad', /does not keep scores/, judgeRedis({ ...outside, appendOnly: false, fsync: 'everysec' })],
  ['warn', /last second/, judgeRedis({ ...outside, fsync: 'everysec' })],
  ['warn', /does not say/, judgeRedis({ ...outside, policy: undefined })],
  ['ok', /15 minutes old/, [judgeBackup(backup)]],
  ['warn', /3 hours old/, [judgeBackup({ ...backup, lastAt: now - 3 * hour })]],
  [
    'warn',
    /no regular ones, none so far.*--backup-to/,
    [judgeBackup({ ...backup, isScheduled: false, lastAt: undefined })],
  ],
  [
    'bad',
    /The stick is gone.*15 minutes old.*Put the stick back/,
    [judgeBackup({ ...backup, trouble: { kind: 'missing', message: 'The stick is gone' } })],
  ],
  ['bad', /It is full.*Make room/, [judgeBackup({ ...backup, trouble: { kind: 'diskFull', message: 'It is full' } })]],
  ['ok', /100 days/, [judgeCertificate(now + 100.5 * 24 * hour, now, true)]],
  ['ok', /3 days/, [judgeCertificate(now + 3.5 * 24 * hour, now, false)]],
  ['warn', /3 days/, [judgeCertificate(now + 3.5 * 24 * hour, now, true)]],
  ['bad', /expired/, [judgeCertificate(now - hour, now, true)]],
  ['bad', /cannot be read/, [judgeCertificate(undefined, now, true)]],
  ['ok', /for 100 days more/, judgeAuthority(now + 100.5 * 24 * hour, now)],
  ['warn', /for 80 days more.*every device/, judgeAuthority(now + 80.5 * 24 * hour, now)],
  ['bad', /has ended.*every device/, judgeAuthority(now - hour, now)],
  ['bad', /Redis is down/, judgeRunning([{ message: 'Redis is down' }])],
];

for (const [level, said, findings] of cases) {
  test(`${level}: ${said.source}`, () => {
    assert.equal(findings.length, 1);
    const [{ words, todo = '', ...finding } = { subject: '', level: 'ok', words: '' }] = findings;
    assert.equal(finding.level, level);
    assert.match(`${words} ${todo}`.trim(), said);
    assert.equal(todo === '', level === 'ok', 'something to do where, and only where, something is wrong');
  });
}

test('a running one without troubles adds nothing, nor does an authority that is not there', () => {
  assert.deepEqual(judgeAuthority(undefined, now), []);
  assert.deepEqual(judgeRunning([]), []);
});
