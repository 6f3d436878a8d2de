import { rightFor, rights, rightsOfRole, routes } from './rights';

describe('rights of routes', () => {
  it.each([
    ['GET', 'v1/audit/records', 'audit:read'],
    ['GET', 'v1/audit', 'audit:read'],
    ['POST', 'v1/interventions/', 'interventions:create'],
    ['GET', 'v1/customers/C-7F3K2Q9WTM', 'data:read'],
    ['POST', 'v1/interventions', 'interventions:create'],
    ['POST', '/v1/releases/abc', 'interventions:release'],
    ['POST', 'v1/approvals/abc', 'interventions:approve'],
    ['POST', 'v1/reveals/abc', 'pii:reveal'],
  ])('%s %s needs %s', (method, path, right) => expect(rightFor(method, path)).toBe(right));

  it('passes nothing on that no route names', () => {
    expect(rightFor('PATCH', 'v1/interventions/1')).toBeUndefined();
    expect(rightFor('POST', 'v1/hooks/grafana-alert')).toBeUndefined();
    expect(rightFor('GET', 'metrics')).toBeUndefined();
  });

  it('lets no general route hide a special one', () => {
    for (const [position, entry] of routes.entries()) {
      const probe = entry.path.replace('*', 'x');
      expect([position, rightFor(entry.method, probe)]).toEqual([position, entry.right]);
    }
  });

  it('grows from Viewer to Admin', () => {
    expect(rightsOfRole.Editor).toEqual(expect.arrayContaining([...rightsOfRole.Viewer]));
    expect(rightsOfRole.Admin).toEqual(rights);
    expect(rightsOfRole.Viewer).not.toContain('interventions:create');
    expect(rightsOfRole.Editor).not.toContain('interventions:release');
  });
});
