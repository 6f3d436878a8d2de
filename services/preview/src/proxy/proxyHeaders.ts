import type { IncomingHttpHeaders } from 'node:http';

/** Between two hops only, or about the browser's visit here and none of the service's business. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'cookie',
  'authorization',
  'origin',
  'referer',
  'accept-encoding',
  'expect',
]);

/** A client's headers without those; nor may it say who it is, so `X-Grafana-*` go too. */
export function passedOnHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !dropped.has(name) && !name.startsWith('x-grafana-') && !name.startsWith('sec-'))
      .map(([name, value]) => [name, [value ?? []].flat().join(', ')])
  );
}

/** A service's headers without those that would no longer be true, or set a cookie here. */
export function passedBackHeaders(headers: Headers): Record<string, string> {
  const untrue = new Set([...dropped, 'content-encoding', 'set-cookie', 'date']);
  return Object.fromEntries([...headers].filter(([name]) => !untrue.has(name)));
}
