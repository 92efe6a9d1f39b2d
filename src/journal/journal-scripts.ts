// What must happen in one piece inside Redis. KEYS: the stream, its epoch. Scripts run alone, and reach the append-only file as one
// transaction, so that a cut there drops all of it or nothing. Out of memory is judged before the first write.
import { createScript } from './redis-script.ts';

const findHead = `
local epoch = redis.call('GET', KEYS[2]) or ''
local head = '0'
local info = redis.pcall('XINFO', 'STREAM', KEYS[1])
if not info.err then
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then head = string.match(info[i + 1], '^%d+') end
  end
elseif redis.call('EXISTS', KEYS[1]) == 1 then
  return redis.error_reply(info.err)
end
`;

/** → [epoch, seq] */
export const headScript = createScript(`${findHead}
return {epoch, head}`);

/** ARGV: expected epoch, expected seq, the epoch of a new stream, records… → [kind, epoch, seq] */
export const appendScript = createScript(`${findHead}
if epoch ~= ARGV[1] or head ~= ARGV[2] then return {'conflict', epoch, head} end
if epoch == '' then
  epoch = ARGV[3]
  redis.call('SET', KEYS[2], epoch)
end
local seq = tonumber(head)
for i = 4, #ARGV do
  seq = seq + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', seq), 'r', ARGV[i])
end
return {'appended', epoch, string.format('%d', seq)}`);

/** ARGV: seq, new epoch → [epoch, seq]. An older rest of the stream goes: the archive has it, and says that it has more. */
export const seedScript = createScript(`${findHead}
if tonumber(head) >= tonumber(ARGV[1]) then return {epoch, head} end
redis.call('SET', KEYS[2], ARGV[2])
redis.call('DEL', KEYS[1])
redis.call('XADD', KEYS[1], ARGV[1] .. '-0', 'r', '')
redis.call('XTRIM', KEYS[1], 'MAXLEN', 0)
return {ARGV[2], ARGV[1]}`);
