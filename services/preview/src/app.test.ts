import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { cookieOf, fixtureApp } from './testing/fixtureApp';

let app: FastifyInstance;
const host = '127.0.0.1:3000';

beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  app.inject({ url, headers: { host, ...headers } });

describe('the preview host', () => {
  it('answers as loopback only, against names that others let point here', async () => {
    expect((await get('/api/health', { host: 'evil.example' })).statusCode).toBe(421);
    expect((await get('/api/health', { host: 'localhost:3000' })).statusCode).toBe(200);
    expect((await get('/api/health', { host: '[::1]:3000' })).statusCode).toBe(200);
  });

  it('lets only its own pages change anything', async () => {
    const login = (headers: Record<string, string>): Promise<LightMyRequestResponse> =>
      app.inject({ method: 'POST', url: '/login', headers: { host, ...headers }, payload: { user: 'viewer' } });
    expect((await login({ origin: 'http://evil.example' })).statusCode).toBe(403);
    expect((await login({ origin: 'null' })).statusCode).toBe(403);
    expect((await login({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await login({ origin: `http://${host}` })).statusCode).toBe(200);
    expect((await login({})).statusCode).toBe(200);
  });

  it('sends the page with boot data, a policy for scripts and no caching', async () => {
    const page = await get('/d/anything');
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const nonce = /nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))?.[1];
    expect(page.body).toContain(`<script nonce="${nonce}">`);
    expect(page.body).toContain('<script defer src="/public/build/main.js">');
    const bootData = JSON.parse(/grafanaBootData = (.*);/.exec(page.body)![1]!) as {
      settings: {
        buildInfo: { version: string };
        panels: object;
        datasources: Record<string, { uid: string; jsonData: object }>;
      };
      user: { login: string };
    };
    expect(bootData.settings.buildInfo.version).toBe('12.3.0');
    expect(Object.keys(bootData.settings.panels)).toEqual(['fixture-panel']);
    expect(bootData.settings.datasources.Fixture).toMatchObject({
      uid: 'fixture',
      jsonData: { index: 'fixture-transactions' },
    });
    expect(bootData.user.login).toBe('admin');
  });

  it('speaks the language and wears the theme that the address names, else what the cookies kept', async () => {
    const userOf = async (url: string, cookie = ''): Promise<unknown> => {
      const { body } = await get(url, { cookie });
      return (JSON.parse(/grafanaBootData = (.*);/.exec(body)![1]!) as { user: unknown }).user;
    };
    expect(await userOf('/')).toMatchObject({ language: 'en-US', theme: 'dark' });
    const kept = 'a=b; spendscope_preview_theme=light; spendscope_preview_language=ko-KR';
    expect(await userOf('/', kept)).toMatchObject({ language: 'ko-KR', regionalFormat: 'ko-KR', theme: 'light' });
    expect(await userOf('/?theme=dark&lang=en-US', kept)).toMatchObject({ language: 'en-US', theme: 'dark' });
    expect(await userOf('/?theme=pink&lang=xx', kept)).toMatchObject({ language: 'ko-KR', theme: 'light' });
  });

  it('says what to run where the page is not built', async () => {
    const unbuilt = await fixtureApp({ clientDir: '/nonexistent' });
    const answer = await unbuilt.inject({ url: '/', headers: { host } });
    expect(answer.json()).toEqual({ message: expect.stringContaining('npm run build') as string });
    await unbuilt.close();
  });

  it('answers unknown parts of the API with 404, not with the page', async () => {
    expect((await get('/api/nothing')).statusCode).toBe(404);
    expect((await get('/public/nothing')).statusCode).toBe(404);
  });
});

describe('users', () => {
  it('changes to another user by a cookie that only the server can write', async () => {
    const cookie = await cookieOf(app, 'analyst');
    expect((await get('/api/user', { cookie })).json()).toMatchObject({ login: 'analyst' });
    const forged = cookie.replace('analyst', 'admin2');
    expect((await get('/api/user', { cookie: forged })).json()).toMatchObject({ login: 'admin' });
  });

  it('keeps the cookie from scripts and from other sites', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/login',
      headers: { host },
      payload: { user: 'operator' },
    });
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('refuses a user that it does not have, naming those that it has', async () => {
    const answer = await app.inject({ method: 'POST', url: '/login', headers: { host }, payload: { user: 'root' } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ message: expect.stringContaining('operator') as string });
  });

  it.each([
    ['viewer', 'Viewer', ['fixture-app.data:read'], ['Start']],
    ['operator', 'Editor', ['fixture-app.audit:read', 'fixture-app.data:read'], ['Start', 'Audit']],
    [
      'admin',
      'Admin',
      ['fixture-app.acts:create', 'fixture-app.audit:read', 'fixture-app.data:read'],
      ['Start', 'Audit'],
    ],
  ])('%s is %s, with the rights and pages that plugin.json grants', async (login, role, rights, pages) => {
    const cookie = await cookieOf(app, login);
    const { body } = await get('/', { cookie });
    const bootData = JSON.parse(/grafanaBootData = (.*);/.exec(body)![1]!) as {
      user: { orgRole: string; permissions: Record<string, true> };
      preview: { apps: { pages: { name: string }[] }[] };
    };
    expect(bootData.user.orgRole).toBe(role);
    expect(
      Object.keys(bootData.user.permissions)
        .filter((action) => action.startsWith('fixture-app'))
        .sort()
    ).toEqual(rights);
    expect(bootData.preview.apps[0]?.pages.map((page) => page.name)).toEqual(pages);
  });

  it('satisfies plugin-e2e, which creates its users first: ours are there already, with their roles', async () => {
    const create = await app.inject({
      method: 'POST',
      url: '/api/admin/users',
      headers: { host },
      payload: { login: 'viewer' },
    });
    expect(create.statusCode).toBe(412);
    const { id } = (await get('/api/users/lookup?loginOrEmail=viewer')).json<{ id: number }>();
    const patch = (role: string): Promise<LightMyRequestResponse> =>
      app.inject({ method: 'PATCH', url: `/api/org/users/${id}`, headers: { host }, payload: { role } });
    expect((await patch('Viewer')).statusCode).toBe(200);
    expect((await patch('Admin')).statusCode).toBe(403);
  });
});

describe('dashboards, plugins and data sources', () => {
  it('lists and gives the dashboards of the folder', async () => {
    expect((await get('/api/search?query=fix&tag=fixture')).json()).toMatchObject([
      { uid: 'fixture', url: '/d/fixture/fixture' },
    ]);
    expect((await get('/api/search?tag=other')).json()).toEqual([]);
    expect((await get('/api/dashboards/uid/fixture')).json()).toMatchObject({ dashboard: { title: 'Fixture' } });
    expect((await get('/api/dashboards/uid/none')).statusCode).toBe(404);
  });

  it('gives a plugin’s settings without its secrets', async () => {
    const { body } = await get('/api/plugins/fixture-app/settings');
    expect(JSON.parse(body)).toMatchObject({
      id: 'fixture-app',
      module: 'public/plugins/fixture-app/module.js',
      secureJsonFields: { apiToken: true },
    });
    expect(body).not.toContain('from-provisioning');
    expect((await get('/api/plugins/none/settings')).statusCode).toBe(404);
  });

  it('keeps plugins’ settings as they are, and says so to those who might change them', async () => {
    const save = async (login: string, id: string): Promise<LightMyRequestResponse> =>
      app.inject({
        method: 'POST',
        url: `/api/plugins/${id}/settings`,
        headers: { host, cookie: await cookieOf(app, login) },
        payload: { jsonData: {} },
      });
    const refused = await save('admin', 'fixture-app');
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toEqual({ message: expect.stringContaining('read-only in the preview') as string });
    expect((await save('operator', 'fixture-app')).statusCode).toBe(403);
    expect((await save('admin', 'none')).statusCode).toBe(404);
  });

  it('serves a plugin’s files, and nothing beside them', async () => {
    expect((await get('/public/plugins/fixture-app/module.js')).body).toContain('define(');
    expect((await get('/public/plugins/fixture-panel/module.js')).body).toContain('define(');
    expect((await get('/public/plugins/fixture-app/..%2f..%2f..%2fpackage.json')).statusCode).toBeGreaterThanOrEqual(
      400
    );
  });

  it('serves icons and fonts from the installed packages', async () => {
    expect((await get('/public/build/img/icons/unicons/user.svg')).headers['content-type']).toBe('image/svg+xml');
    expect((await get('/public/fonts/inter/Inter-Regular.woff2')).statusCode).toBe(200);
    expect(Object.keys((await get('/public/build/icons.json')).json<object>()).length).toBeGreaterThan(150);
  });

  it('gives data sources by uid and name, without credentials', async () => {
    const { body } = await get('/api/datasources/uid/fixture');
    expect(JSON.parse(body)).toMatchObject({ name: 'Fixture', jsonData: { timeField: '@timestamp' } });
    expect(body).not.toMatch(/password/i);
    expect((await get('/api/datasources/name/Fixture')).json()).toMatchObject({ uid: 'fixture' });
    expect((await get('/api/datasources/uid/none')).statusCode).toBe(404);
  });

  it('binds variables’ searches to the data source’s own index', async () => {
    const request = jest.fn().mockResolvedValue({ responses: [] });
    const other = await fixtureApp({}, { transport: { request } } as never);
    await other.inject({
      method: 'POST',
      url: '/api/datasources/uid/fixture/resources/_msearch',
      headers: { host, 'content-type': 'application/x-ndjson' },
      payload: '{"index":"secret"}\n{"size":0}\n',
    });
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({ bulkBody: [{ index: 'fixture-transactions', ignore_unavailable: true }, { size: 0 }] })
    );
    await other.close();
  });

  it('answers a failed query with 400 and the reason by refId, as Grafana does', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/ds/query',
      headers: { host },
      payload: { from: '0', to: '1', queries: [{ refId: 'A', datasource: { uid: 'fixture' }, metrics: [] }] },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ results: { A: { status: 500, errorSource: 'downstream' } } });
  });
});
