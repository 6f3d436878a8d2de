import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';

/** A route of an app's plugin.json: what its proxy passes on, to where, with which headers, to whom. */
export interface PluginRoute {
  method: string;
  path: string;
  url: string;
  reqAction: string;
  reqRole: string;
  headers: { name: string; content: string }[];
}

export function readRoutes(manifest: UnknownRecord): PluginRoute[] {
  return asArray(manifest.routes)
    .map(asRecord)
    .map((route) => ({
      method: asText(route.method).toUpperCase(),
      path: asText(route.path).replace(/^\//, ''),
      url: asText(route.url),
      reqAction: asText(route.reqAction),
      reqRole: asText(route.reqRole),
      headers: asArray(route.headers)
        .map(asRecord)
        .map((header) => ({ name: asText(header.name), content: asText(header.content) })),
    }));
}

export interface RouteMatch {
  route: PluginRoute;
  /** What the pattern's trailing `*` stands for; it is all that is passed on. */
  rest: string;
}

/**
 * What a pattern's `*` matches of a path, or undefined where the pattern is another. As in Grafana's tree of paths, a `*`
 * stands for something: `v1/x/*` is not `v1/x`, nor `v1/x/`.
 */
function restOf(pattern: string, path: string): string | undefined {
  if (!pattern.endsWith('*')) {
    return pattern === path.replace(/\/$/, '') ? '' : undefined;
  }
  const prefix = pattern.slice(0, -1);
  return path.startsWith(prefix) && path.length > prefix.length ? path.slice(prefix.length) : undefined;
}

/** The first route, in plugin.json's order, with this method (empty means any) and a pattern that matches. */
export function matchRoute(routes: readonly PluginRoute[], method: string, path: string): RouteMatch | undefined {
  for (const route of routes) {
    const rest = route.method === '' || route.method === method ? restOf(route.path, path) : undefined;
    if (rest !== undefined) {
      return { route, rest };
    }
  }
  return undefined;
}

/** Fills in `{{ .JsonData.name }}` and `{{ .SecureJsonData.name }}`; an unknown name becomes nothing. */
export function fillTemplate(
  template: string,
  values: { jsonData: UnknownRecord; secureJsonData: Readonly<Record<string, string>> }
): string {
  return template.replace(/\{\{\s*\.(JsonData|SecureJsonData)\.(\w+)\s*\}\}/g, (_, kind: string, name: string) =>
    kind === 'JsonData' ? asText(values.jsonData[name]) : (values.secureJsonData[name] ?? '')
  );
}
