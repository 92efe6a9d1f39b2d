// Every route of the HTTP side as the router itself knows it, so that a test's table can be held to what is really there.
import type { App } from '../http/app.ts';

/** `GET /api/rounds/:round` and so on, from the router's own tree; HEAD too. */
export function routesOf(app: Pick<App, 'printRoutes'>): readonly string[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const match = /^(.*?)[└├]── (\S*) \((.*)\)$/.exec(line);
      if (!match) return [];
      const [, indent = '', segment = '', methods = ''] = match;
      const depth = indent.length / 4;
      // The tree leaves out a slash that only a wildcard follows.
      const url = `${above[depth - 1] ?? ''}${segment}`.replace(/([^/])\*$/, '$1/*');
      above[depth] = url;
      return methods.split(', ').map((method) => `${method} ${url}`);
    });
}
