// What must happen in one piece inside Redis. KEYS: the stream, its epoch. Scripts run alone, and reach the append-only file as one
// transaction, so that a cut there drops all of it or nothing. Out of memory is judged before the first write.
import { appendsChannel } from './journal-keys.ts';
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

/** Who appended, where it ends now, and which competition: for `watch`. Told when it is on disk, as the reply is. */
const tell = `redis.call('PUBLISH', '${appendsChannel}', ARGV[1] .. ' ' .. head .. ' ' .. KEYS[1])`;

/** ARGV: who appends, expected epoch, expected seq, the epoch of a new stream, records… → [kind, epoch, seq] */
export const appendScript = createScript(`${findHead}
if epoch ~= ARGV[2] or head ~= ARGV[3] then return {'conflict', epoch, head} end
if epoch == '' then
  epoch = ARGV[4]
  redis.call('SET', KEYS[2], epoch)
end
local seq = tonumber(head)
for i = 5, #ARGV do
  seq = seq + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', seq), 'r', ARGV[i])
end
head = string.format('%d', seq)
${tell}
return {'appended', epoch, head}`);

/** ARGV: who seeds, seq, new epoch → [epoch, seq]. An older rest of the stream goes: the archive has it, and says that it has more. */
export const seedScript = createScript(`${findHead}
if tonumber(head) >= tonumber(ARGV[2]) then return {epoch, head} end
epoch = ARGV[3]
head = ARGV[2]
redis.call('SET', KEYS[2], epoch)
redis.call('DEL', KEYS[1])
redis.call('XADD', KEYS[1], head .. '-0', 'r', '')
redis.call('XTRIM', KEYS[1], 'MAXLEN', 0)
${tell}
return {epoch, head}`);
