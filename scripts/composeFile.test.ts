import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '@spendscope/contracts';
import { parse } from 'yaml';

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
      const source = volume.split(':')[0]!;
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
