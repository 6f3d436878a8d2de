import { fillTemplate, matchRoute, readRoutes } from './pluginRoutes';

const routes = readRoutes({
  routes: [
    { method: 'GET', path: 'v1/audit/*', url: 'audit' },
    { method: 'GET', path: 'v1/*', url: 'read' },
    { path: 'exact', url: 'any' },
    { method: 'POST', path: 'v1/acts/*', url: 'below acts' },
    { method: 'POST', path: 'v1/acts', url: 'acts' },
  ],
});

const matched = (method: string, path: string): unknown => {
  const match = matchRoute(routes, method, path);
  return match && [match.route.url, match.rest];
};

describe('matchRoute', () => {
  it.each([
    ['GET', 'v1/audit/verify/1', ['audit', 'verify/1']],
    ['GET', 'v1/audit', ['read', 'audit']],
    ['GET', 'v1/audit/', ['read', 'audit/']],
    ['GET', 'v1', undefined],
    ['POST', 'v1/acts/lock', ['below acts', 'lock']],
    ['POST', 'v1/acts', ['acts', '']],
    ['POST', 'v1/acts/', ['acts', '']],
    ['GET', 'v1/auditors', ['read', 'auditors']],
    ['POST', 'v1/audit/verify', undefined],
    ['DELETE', 'exact', ['any', '']],
    ['DELETE', 'exact/more', undefined],
  ])('%s %s', (method, path, expected) => {
    expect(matched(method, path)).toEqual(expected);
  });
});

describe('fillTemplate', () => {
  it('fills in settings and secrets, and unknown names with nothing', () => {
    const values = { jsonData: { url: 'http://a' }, secureJsonData: { token: 's' } };
    expect(fillTemplate('{{ .JsonData.url }}/x {{.SecureJsonData.token}} {{ .JsonData.none }}', values)).toBe(
      'http://a/x s '
    );
  });
});
