import type { IncomingHttpHeaders } from 'node:http';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The host name of a Host header, without the port. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Whether a request was sent to a name that is ours: loopback, the address that we listen on, or the root URL's. A page
 * elsewhere that has its own name resolve to loopback (DNS rebinding) sends its own name.
 */
export function isOurHost(host: string | undefined, ours: { host: string; rootUrl: string }): boolean {
  const name = host === undefined ? '' : hostName(host);
  return loopback.has(name) || [ours.host.toLowerCase(), new URL(ours.rootUrl).hostname].includes(name);
}

/**
 * Whether a request that changes something may: a browser says where the page came from, and it has to be us.
 * Programs other than browsers send neither header.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (typeof origin === 'string') {
    return origin === `http://${host}` || origin === `https://${host}`;
  }
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

export const changesState = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);
