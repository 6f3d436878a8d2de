/** Id of the Grafana app plugin; rights are named after it. */
export const appId = 'spendscope-insights-app';

export const rights = [
  'data:read',
  'audit:read',
  'interventions:create',
  'interventions:release',
  'interventions:approve',
  'labels:write',
  'segments:write',
  'personas:write',
  'pii:reveal',
  'data:export',
  'privacy:erase',
  'models:operate',
] as const;
export type Right = (typeof rights)[number];

/** The right as plugin.json and Grafana's access control spell it. */
export const rightAction = (right: Right): string => `${appId}.${right}`;

export const orgRoles = ['Viewer', 'Editor', 'Admin'] as const;
export type OrgRole = (typeof orgRoles)[number];

const viewer: readonly Right[] = ['data:read', 'segments:write'];
const editor: readonly Right[] = [
  ...viewer,
  'audit:read',
  'interventions:create',
  'labels:write',
  'personas:write',
  'data:export',
  'models:operate',
];

/** Rights that each of Grafana's organisation roles is granted by default. */
export const rightsOfRole: Record<OrgRole, readonly Right[]> = { Viewer: viewer, Editor: editor, Admin: rights };

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Grafana's pattern: the trailing `*` is what its proxy passes on. */
  path: string;
  right: Right;
}

const route = (method: Route['method'], path: string, right: Route['right']): Route => ({ method, path, right });

/** Grafana's `v1/x/*` does not match `v1/x` itself, so a collection is two entries: its members, and itself. */
const collection = (method: Route['method'], path: string, right: Route['right']): Route[] => [
  route(method, `${path}/*`, right),
  route(method, path, right),
];

/**
 * Routes of the app's plugin proxy, in the order in which Grafana matches them: the first path segment decides the
 * right, special ones before general ones. plugin.json carries the same list, and the API checks the same right again.
 */
export const routes: readonly Route[] = [
  ...collection('GET', 'v1/audit', 'audit:read'),
  route('GET', 'v1/*', 'data:read'),
  ...collection('POST', 'v1/states', 'data:read'),
  ...collection('POST', 'v1/points', 'data:read'),
  ...collection('POST', 'v1/simulations', 'data:read'),
  ...collection('POST', 'v1/interventions', 'interventions:create'),
  ...collection('POST', 'v1/intervene', 'interventions:create'),
  ...collection('POST', 'v1/cancellations', 'interventions:create'),
  ...collection('POST', 'v1/releases', 'interventions:release'),
  ...collection('POST', 'v1/extensions', 'interventions:release'),
  ...collection('POST', 'v1/approvals', 'interventions:approve'),
  // Mode and brake: who may approve may also hold the service back, two of them together.
  ...collection('POST', 'v1/admin', 'interventions:approve'),
  ...collection('POST', 'v1/labels', 'labels:write'),
  ...collection('DELETE', 'v1/labels', 'labels:write'),
  ...collection('POST', 'v1/suppressions', 'labels:write'),
  ...collection('DELETE', 'v1/suppressions', 'labels:write'),
  ...collection('POST', 'v1/reviews', 'labels:write'),
  ...collection('POST', 'v1/segments', 'segments:write'),
  ...collection('PUT', 'v1/segments', 'segments:write'),
  ...collection('DELETE', 'v1/segments', 'segments:write'),
  ...collection('POST', 'v1/personas', 'personas:write'),
  ...collection('PUT', 'v1/personas', 'personas:write'),
  ...collection('POST', 'v1/reveals', 'pii:reveal'),
  ...collection('POST', 'v1/exports', 'data:export'),
  ...collection('POST', 'v1/erasures', 'privacy:erase'),
  ...collection('POST', 'v1/runs', 'models:operate'),
  ...collection('POST', 'v1/models', 'models:operate'),
];

/**
 * The right that a call needs, or undefined where no route passes it on. Paths are compared as Grafana compares them:
 * without leading and trailing slash, `*` standing for one or more characters.
 */
export function rightFor(method: string, path: string): Right | undefined {
  const asked = path.replace(/^\//, '').replace(/\/$/, '');
  const matches = (pattern: string): boolean =>
    pattern.endsWith('*')
      ? asked.startsWith(pattern.slice(0, -1)) && asked.length >= pattern.length
      : asked === pattern;
  return routes.find((entry) => entry.method === method && matches(entry.path))?.right;
}
