import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackPaths } from '../paths';
import { grafanaEnvironment } from './grafanaEnvironment';
import { uiEnvironment } from './uiEnvironment';

describe('uiEnvironment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-ui-'));
  const caFile = join(folder, 'ca.crt');
  beforeAll(() => writeFileSync(caFile, 'PEM'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const user = (name: string): { username: string; password: string } => ({ username: name, password: `of ${name}` });

  it('lets Grafana know its own Elasticsearch user, and nobody else’s password', () => {
    const users = { setup: user('setup'), pipeline: user('pipeline'), api: user('api'), grafana: user('grafana') };
    const env = uiEnvironment({
      paths: stackPaths('/clone', {}),
      access: { kind: 'embedded', url: 'https://127.0.0.1:9200', caFile, users },
      host: '127.0.0.1',
      port: 3100,
      apiUrl: 'http://127.0.0.1:8085',
      channelToken: 'channel',
      alertSecret: 'alert',
      dashboardsDir: '/state/dashboards',
      provisioningDir: '/state/provisioning',
    });
    expect(env).toEqual({
      ELASTICSEARCH_URL: 'https://127.0.0.1:9200',
      ELASTICSEARCH_USERNAME: 'grafana',
      ELASTICSEARCH_PASSWORD: 'of grafana',
      ELASTICSEARCH_CA: caFile,
      ELASTICSEARCH_CA_PEM: 'PEM',
      SPENDSCOPE_ALERT_SECRET: 'alert',
      SPENDSCOPE_API_URL: 'http://127.0.0.1:8085',
      SPENDSCOPE_CHANNEL_TOKEN: 'channel',
      SPENDSCOPE_DASHBOARDS_DIR: '/state/dashboards',
      SPENDSCOPE_GRAFANA_ISSUER: 'http://localhost:3100/',
      SPENDSCOPE_STATE_DIR: '/clone/.spendscope',
      SPENDSCOPE_UI_HOST: '127.0.0.1',
      SPENDSCOPE_UI_PORT: '3100',
    });
  });
});

describe('grafanaEnvironment', () => {
  it('allows our plugins by name and signs people in by password only', () => {
    const env = grafanaEnvironment({
      host: '127.0.0.1',
      port: 3100,
      adminPassword: 'secret',
      folders: { data: '/d', logs: '/l', plugins: '/p', provisioning: '/v' },
      pluginIds: ['an-app', 'a-panel'],
    });
    expect(env).toMatchObject({
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_ROOT_URL: 'http://localhost:3100/',
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: 'an-app,a-panel',
      GF_AUTH_ANONYMOUS_ENABLED: 'false',
    });
  });
});
