// Who may reach the appliance from a browser, judged by the Host and Origin headers, for sockets and HTTP alike. Sockets carry no cookie, but a page of a foreign site
// must not use a viewer's browser to reach into the venue's network, nor by a name that it lets point here (DNS rebinding).
import { isIP } from 'node:net';

export type UpgradeVerdict = 'welcome' | 'wrongHost' | 'wrongOrigin';

/** The host name of `name`, `name:port`, `[v6]:port`, lower case, without a final dot; undefined when it is none of these. */
export function hostNameOf(authority: string): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(authority);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase().replace(/\.$/, '');
  return name === '' ? undefined : name;
}

function originHostName(origin: string): string | undefined {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  return match?.[1] === undefined ? undefined : hostNameOf(match[1]);
}

/** Names that nobody outside this network can make point here, and those that the organiser allows. */
function isOurs(name: string, allowedHosts: readonly string[]): boolean {
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.local') || allowedHosts.includes(name);
}

/** An empty `origin` is a client that is no page: nothing is asked of it beyond the host. */
export function judgeUpgrade(host: string, origin: string, allowedHosts: readonly string[]): UpgradeVerdict {
  const name = hostNameOf(host);
  if (name === undefined || !isOurs(name, allowedHosts)) return 'wrongHost';
  if (origin === '') return 'welcome';
  const from = originHostName(origin);
  if (from === undefined) return 'wrongOrigin';
  return from === name || isOurs(from, allowedHosts) ? 'welcome' : 'wrongOrigin';
}
