import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '@spendscope/contracts';
import { type Resource, kustomizations, kustomize, resourcesOf } from './resources';

const root = path.resolve(__dirname, '../..');
const kubernetes = path.join(root, 'deploy/kubernetes');
const folders = kustomizations(kubernetes);
const build = kustomize();

const whenBuilt = build ? describe : describe.skip;
whenBuilt(
  'Kubernetes manifests, resolved by kustomize (skipped where neither kustomize nor kubectl is installed)',
  () => {
    const built = new Map(folders.map((folder) => [folder, build?.(path.join(kubernetes, folder)) ?? '']));
    const all = [...built].map(([folder, text]) => [folder, resourcesOf(text)] as const);
    const named = (folder: string, kind: string): Resource[] =>
      resourcesOf(built.get(folder)!).filter((resource) => resource.kind === kind);
    const pods = all.flatMap(([folder, resources]) =>
      resources.flatMap(({ kind, metadata, spec }) => {
        const template = spec?.template ?? (spec as { jobTemplate?: Resource })?.jobTemplate?.spec.template;
        return template ? [{ folder, kind, name: metadata.name, template }] : [];
      })
    );
    const containers = pods.flatMap(({ folder, name, template: { spec } }) =>
      [...(spec.initContainers ?? []), ...spec.containers].map((container) => ({ folder, name, container, spec }))
    );

    it('are there: base, two overlays and the jobs', () => {
      expect(folders).toEqual(
        expect.arrayContaining(['base', 'jobs/analyze', 'jobs/setup', 'overlays/production', 'overlays/trial'])
      );
      expect(containers.length).toBeGreaterThanOrEqual(8);
    });

    it('run as nobody special, on a root file system that nobody can write, without capabilities or a cluster’s token', () => {
      for (const { folder, name, container, spec } of containers) {
        expect([folder, name, spec.automountServiceAccountToken]).toEqual([folder, name, false]);
        expect(spec.securityContext).toMatchObject({
          runAsNonRoot: true,
          runAsUser: 1000,
          seccompProfile: { type: 'RuntimeDefault' },
        });
        expect([folder, name, container.name, container.securityContext]).toEqual([
          ...[folder, name, container.name],
          { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        ]);
        expect(Object.keys(container.resources.requests)).toEqual(expect.arrayContaining(['cpu', 'memory']));
        expect(container.resources.limits).toHaveProperty('memory');
        expect(container.image).toMatch(/(:\d+\.\d+\.\d+|@sha256:[0-9a-f]{64})$/);
      }
    });

    it('start sources that exist, with variables that programs read', () => {
      const known = new Set<string>([...Object.values(environment), 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);
      const passwords = /^SPENDSCOPE_(PIPELINE|API|GRAFANA)_PASSWORD$/;
      for (const { container } of containers) {
        expect([container.args[0], existsSync(path.join(root, container.args[0]!))]).toEqual([container.args[0], true]);
        for (const { name } of container.env ?? []) {
          expect([name, known.has(name) || passwords.test(name)]).toEqual([name, true]);
        }
      }
      for (const [, resources] of all) {
        const settings = resources.filter(({ kind, data }) => kind === 'ConfigMap' && !data?.['kafka.yml']);
        for (const name of settings.flatMap(({ data }) => Object.keys(data ?? {}))) {
          expect([name, known.has(name)]).toEqual([name, true]);
        }
      }
    });

    it('hold no secret: what is one is named, and comes from a Secret that the README says how to make', () => {
      const readme = readFileSync(path.join(kubernetes, 'README.md'), 'utf8');
      for (const { container } of containers) {
        for (const { name, value, valueFrom } of container.env ?? []) {
          if (/PASSWORD|TOKEN|SECRET|ACCESS_KEY/.test(name)) {
            expect([name, value]).toEqual([name, undefined]);
            const { name: secret, key } = valueFrom!.secretKeyRef!;
            expect(readme).toContain(secret);
            expect(readme).toContain(`--from-literal=${key}=`);
          }
        }
        expect(container.envFrom?.some(({ secretRef }) => secretRef)).not.toBe(true);
      }
      expect(all.flatMap(([, resources]) => resources).filter(({ kind }) => kind === 'Secret')).toEqual([]);
    });

    it('mount what they declare and read configurations that are generated beside them', () => {
      for (const { folder, container, spec } of containers) {
        const volumes = spec.volumes.map(({ name }) => name);
        expect(container.volumeMounts.map(({ name }) => name).filter((name) => !volumes.includes(name))).toEqual([]);
        const maps = named(folder, 'ConfigMap').map(({ metadata }) => metadata.name);
        const read = [
          ...(container.envFrom ?? []).flatMap(({ configMapRef }) => configMapRef?.name ?? []),
          ...spec.volumes.flatMap(({ configMap }) => configMap?.name ?? []),
        ];
        expect(read.filter((name) => !maps.includes(name))).toEqual([]);
      }
    });

    it('probe what is served: ready only while the audit log takes records, restarted only by a dead process', () => {
      const [api, watch] = named('base', 'Deployment').map(({ spec }) => spec.template!.spec.containers[0]!);
      expect(api!.readinessProbe!.httpGet).toMatchObject({ path: '/readyz', port: 'https' });
      for (const probe of [api!.livenessProbe, api!.startupProbe]) {
        expect(probe!.httpGet).toMatchObject({ path: '/healthz', port: 'https' });
      }
      expect(watch!.livenessProbe!.httpGet).toMatchObject({ path: '/metrics', port: 'metrics' });
      expect(watch!.args).toContain(`--metrics-port=${watch!.ports![0]!.containerPort}`);
    });

    it('deny every connection that no policy opens, and open by labels that pods carry', () => {
      for (const folder of ['base', 'overlays/production', 'overlays/trial']) {
        const policies = named(folder, 'NetworkPolicy');
        const deny = policies.find(({ metadata }) => metadata.name === 'default-deny')!.spec;
        expect(deny).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
        for (const { spec } of policies.filter(({ metadata }) => metadata.name !== 'default-deny')) {
          for (const peers of [...(spec.ingress ?? []), ...(spec.egress ?? [])] as Record<string, unknown[]>[]) {
            expect((peers.from ?? peers.to ?? []).length).toBeGreaterThan(0);
            expect(peers.ports?.length).toBeGreaterThan(0);
          }
        }
      }
      const labels = named('base', 'Deployment').map(({ spec }) => spec.template!.metadata.labels);
      for (const kind of ['NetworkPolicy', 'PodDisruptionBudget', 'Service']) {
        for (const { spec, metadata } of named('base', kind)) {
          const wanted =
            spec.podSelector?.matchLabels ?? spec.selector?.matchLabels ?? (kind === 'Service' ? spec.selector! : {});
          const met = labels.some((has) => Object.entries(wanted).every(([key, value]) => has[key] === value));
          expect([kind, metadata.name, met]).toEqual([kind, metadata.name, true]);
        }
      }
    });

    it('leave the number of servers to the autoscaler, which never goes below what a disruption may take', () => {
      const [api] = named('base', 'Deployment');
      expect(api!.spec).not.toHaveProperty('replicas');
      const [scaler] = named('base', 'HorizontalPodAutoscaler');
      expect(scaler!.spec.scaleTargetRef).toMatchObject({ kind: 'Deployment', name: api!.metadata.name });
      expect(scaler!.spec.minReplicas).toBeGreaterThan(1);
    });
  }
);
