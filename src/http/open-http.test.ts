import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { openHttp } from './open-http.ts';

test('listens, says on which port, and is gone when closed', async (t) => {
  const { parts } = await openHttpDesk(t);
  const config = { ...parts.config, port: 0 };
  const http = await openHttp({ ...parts, config });
  const url = `http://127.0.0.1:${http.port}/api/bootstrap`;
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  assert.deepEqual((await answer.json()).addresses, [`http://127.0.0.1:${http.port}`]);
  await assert.rejects(openHttp({ ...parts, config: { ...config, port: http.port } }), { code: 'EADDRINUSE' });
  await http.close();
  await assert.rejects(fetch(url));
});
