/** Finds the route of a request the way an HTTP API of API Gateway does. */

export interface Route<Target> {
  /** `GET /people/{id}`, `ANY /files/{proxy+}` or `$default`. */
  key: string;
  target: Target;
}

export interface RouteMatch<Target> extends Route<Target> {
  pathParameters: Record<string, string>;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The parameters if the path fits the pattern; `/people` and `/people/` are two paths. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index];
    const name = /^\{(.+?)(\+?)\}$/.exec(segment);
    if (name?.[1] && name[2]) {
      const rest = given.slice(index).map(decode).join('/');
      return rest ? { ...parameters, [name[1]]: rest } : undefined;
    }
    if (name?.[1] && value) parameters[name[1]] = decode(value);
    else if (segment !== value) return undefined;
  }
  return wanted.length === given.length ? parameters : undefined;
}

/** Sorts the more specific path first: text before a parameter, a parameter before a greedy one; then a method before ANY. */
function rank(key: string): string {
  const [method = '', path = ''] = key.split(' ');
  const segments = path
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? 'c' : segment.startsWith('{') ? 'b' : 'a'));
  return `${segments.join('')} ${method === 'ANY' ? 'b' : 'a'}`;
}

/** A function that gives the one best route (http-api-develop-routes, "Routing API requests"); undefined where none fits. */
export function createRouter<Target>(
  routes: readonly Route<Target>[],
): (method: string, path: string) => RouteMatch<Target> | undefined {
  const sorted = routes
    .filter(({ key }) => key !== '$default')
    .sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1))
    .map((route) => ({ route, parts: route.key.split(' ') }));
  const fallback = routes.find(({ key }) => key === '$default');
  return (method, path) => {
    for (const { route, parts } of sorted) {
      if (parts[0] !== method && parts[0] !== 'ANY') continue;
      const pathParameters = matchPath(parts[1] ?? '', path);
      if (pathParameters) return { ...route, pathParameters };
    }
    return fallback && { ...fallback, pathParameters: {} };
  };
}
