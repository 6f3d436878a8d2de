import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '@spendscope/contracts';
import { parse } from 'yaml';
import { generateUsers } from '../services/stack/src/elasticsearch/users';
import { stackPaths } from '../services/stack/src/paths';
import { apiService } from '../services/stack/src/start/apiService';
import { grafanaEnvironment } from '../services/stack/src/ui/grafanaEnvironment';
import { pluginIdsUnder } from '../services/stack/src/ui/pluginIds';
import { uiEnvironment } from '../services/stack/src/ui/uiEnvironment';

const root = path.resolve(__dirname, '..');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  command?: string[];
  cap_drop?: string[];
  security_opt?: string[];
}
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);
const variables = [...text.matchAll(/(?<!\$)\$\{(\w+)(:?[-?][^}]*)?\}/g)].map((match) => ({
  name: match[1]!,
  rest: match[2] ?? '',
}));

const imageSettings =
  /^(GF_PATHS_|GF_SERVER_HTTP_|GF_LOG_MODE|GF_SECURITY_ADMIN_USER|GF_USERS_ALLOW_SIGN_UP|GF_AUTH_ANONYMOUS|ELASTICSEARCH_CA|SPENDSCOPE_(UI_HOST|UI_PORT|STATE_DIR|GRAFANA_ISSUER))/;

/** What a Dockerfile copies from the clone, not from another stage. */
const copied = (dockerfile: string): string[] =>
  [...readFileSync(path.join(root, dockerfile), 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
    match[1]!.split(' ')
  );
const dockerfiles = [...new Set(services.flatMap(([, { build }]) => (build ? [build.dockerfile] : [])))];

describe('Dockerfiles', () => {
  it.each(dockerfiles)('%s copies what git keeps and .dockerignore lets through', (dockerfile) => {
    const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8').trim().split('\n');
    for (const source of copied(dockerfile).filter((name) => name !== '.')) {
      const kept = execFileSync('git', ['ls-files', '--', source], { cwd: root, encoding: 'utf8' });
      expect([source, kept !== '']).toEqual([source, true]);
      expect(ignored).not.toContain(source);
    }
  });

  it('give npm ci the manifest of every workspace, without which it refuses the lock file', () => {
    const manifests = execFileSync('git', ['ls-files', '--', '*package.json'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n')
      .filter((name) =>
        /^(package|(packages|services|plugins)\/[^/]+\/package|e2e\/package|bench\/package)\.json$/.test(name)
      );
    const given = copied('deploy/docker/service.Dockerfile').filter((name) => name.endsWith('package.json'));
    expect([...new Set(given)].sort()).toEqual(manifests.sort());
  });

  it('install the workspaces that the services import, and nothing that the lock file does not pin', () => {
    const text = readFileSync(path.join(root, 'deploy/docker/service.Dockerfile'), 'utf8');
    const installed = [...text.matchAll(/--workspace (\S+)/g)].map((match) => match[1]!);
    expect(text).not.toContain('npm install');
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { name?: string; dependencies?: Record<string, string> }>;
    };
    const ours = new Map(Object.entries(lock.packages).map(([folder, { name }]) => [name, folder]));
    for (const folder of installed) {
      const imports = Object.keys(lock.packages[folder]!.dependencies ?? {}).filter((name) => ours.has(name));
      expect(imports.filter((name) => !installed.includes(ours.get(name)!))).toEqual([]);
      // The last stage takes node_modules of the root only: what lies in a workspace's own would be lost.
      expect(Object.keys(lock.packages).filter((name) => name.startsWith(`${folder}/node_modules/`))).toEqual([]);
    }
    expect(lock.packages['services/pipeline']!.dependencies).toHaveProperty('tsx');
  });
});

describe('docker-compose.yml', () => {
  it('brings up Elasticsearch, Grafana, the API and the pipeline', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['elasticsearch', 'grafana', 'api', 'pipeline'])
    );
  });

  it.each(services)('%s is pinned to an exact version', (_name, service) => {
    expect(service.image).toMatch(/:\d+\.\d+\.\d+$/);
  });

  it.each(services)('%s runs without capabilities and cannot gain any', (_name, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
  });

  it('publishes ports on loopback only', () => {
    for (const port of services.flatMap(([, service]) => service.ports ?? [])) {
      expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('waits for services that exist, and for health only where a health check says it', () => {
    for (const [, service] of services) {
      for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(compose.services[name]).toBeDefined();
        if (condition === 'service_healthy') {
          expect(compose.services[name]?.healthcheck?.test.length).toBeGreaterThan(1);
        }
      }
    }
  });

  it('takes every secret from the environment file and names it in the example', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const required = variables.filter(({ rest }) => !rest.startsWith(':-')).map(({ name }) => name);
    expect(required.length).toBeGreaterThan(5);
    for (const name of new Set(required)) {
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
    }
    for (const [, service] of services) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|TOKEN|SECRET/.test(name) && name !== 'ELASTICSEARCH_USERNAME') {
          expect(value).toMatch(/^\$\{\w+/);
        }
      }
    }
  });

  it('mounts volumes that are declared and files that exist', () => {
    for (const volume of services.flatMap(([, service]) => service.volumes ?? [])) {
      // Of a path from the environment, what it is without.
      const source = volume.replace(/\$\{\w+:-([^}]*)\}/, '$1').split(':')[0]!;
      if (source.startsWith('./')) {
        expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
      } else {
        expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  });

  it('builds from Dockerfiles that exist, end as a user that is not root, and start sources that exist', () => {
    for (const [, service] of services) {
      if (service.build) {
        const dockerfile = readFileSync(path.join(root, service.build.dockerfile), 'utf8');
        expect(dockerfile.match(/^FROM /gm)!.length).toBeGreaterThan(1);
        const user = [...dockerfile.matchAll(/^USER (\S+)/gm)].at(-1)?.[1];
        expect(user).toBeDefined();
        expect(user).not.toMatch(/^(root|0)(:|$)/);
      }
      for (const source of (service.command ?? []).filter((word) => word.endsWith('.ts'))) {
        expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
      }
    }
  });

  it('keeps private keys from all but who makes and who serves them', () => {
    const holders = services.filter(([, { volumes = [] }]) =>
      volumes.some((volume) => volume.startsWith('certificates:'))
    );
    expect(holders.map(([name]) => name)).toEqual(['setup', 'elasticsearch']);
  });

  it('hands every part the variables that it has under npm start', () => {
    const input = {
      paths: stackPaths('/clone', {}),
      access: { kind: 'docker' as const, url: 'https://x', caFile: undefined, users: generateUsers() },
      channelToken: 'x',
      alertSecret: 'x',
    };
    const api = apiService({ ...input, port: 1, issuer: 'http://x/', jwksUrl: 'http://x/' }).env!;
    const grafana = {
      ...uiEnvironment({ ...input, host: 'x', port: 1, apiUrl: 'http://x', dashboardsDir: 'x', provisioningDir: 'x' }),
      ...grafanaEnvironment({
        host: 'x',
        port: 1,
        adminPassword: 'x',
        folders: { data: '', logs: '', plugins: '', provisioning: '' },
        pluginIds: pluginIdsUnder(path.join(root, 'plugins/spendscope-app/src')),
      }),
    };
    const inherited = Object.keys(process.env);
    const lacking = (service: string, wanted: Record<string, unknown>): string[] =>
      Object.keys(wanted).filter(
        (name) =>
          /^(ELASTICSEARCH|SPENDSCOPE|GF)_/.test(name) &&
          !(name in compose.services[service]!.environment!) &&
          !inherited.includes(name)
      );
    expect(lacking('api', api)).toEqual([]);
    // The image's own folders and port are right as they are, as are Grafana's defaults for who may sign in; the rest is
    // read by the preview host only, or set by the entry point.
    expect(lacking('grafana', grafana).filter((name) => !imageSettings.test(name))).toEqual([]);
    const unsigned = (settings: Record<string, string>): string[] =>
      settings.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS!.split(',').sort();
    expect(unsigned(compose.services.grafana!.environment!)).toEqual(unsigned(grafana));
  });

  it('uses the names of the environment that the contract declares', () => {
    const known = new Set<string>(Object.values(environment));
    const used = services
      .flatMap(([, service]) => Object.keys(service.environment ?? {}))
      .filter((name) => /^ELASTICSEARCH_/.test(name));
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
  (hasCompose ? it : it.skip)('is accepted by docker compose config', () => {
    const values = Object.fromEntries(variables.map(({ name }) => [name, 'x']));
    execFileSync('docker', ['compose', '-f', path.join(root, 'docker-compose.yml'), 'config', '--quiet'], {
      env: { ...process.env, ...values },
    });
  });
});
