import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** What of Kubernetes’ resources our tests look at. */
interface Probe {
  httpGet?: { path: string; port: string };
}
export interface Container {
  name: string;
  image: string;
  args: string[];
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[];
  envFrom?: { configMapRef?: { name: string }; secretRef?: unknown }[];
  ports?: { name: string; containerPort: number }[];
  resources: { requests: Record<string, string>; limits: Record<string, string> };
  securityContext: unknown;
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  startupProbe?: Probe;
}
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  securityContext: unknown;
  automountServiceAccountToken: boolean;
  volumes: { name: string; configMap?: { name: string } }[];
}
export interface Resource {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  data?: Record<string, string>;
  spec: {
    template?: { metadata: { labels: Record<string, string> }; spec: PodSpec };
    selector?: Record<string, string> & { matchLabels?: Record<string, string> };
    scaleTargetRef?: { kind: string; name: string };
    podSelector?: { matchLabels?: Record<string, string> };
    policyTypes?: string[];
    ingress?: unknown[];
    egress?: unknown[];
    minReplicas?: number;
  };
}

/** Folders below `kubernetes` that hold a kustomization, so that one that is added later is checked, too. */
export const kustomizations = (kubernetes: string): string[] =>
  readdirSync(kubernetes, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'kustomization.yaml')
    .map((file) => path.dirname(file))
    .sort();

/** Resolves a kustomization; undefined where neither kustomize nor kubectl is installed. */
export function kustomize(): ((folder: string) => string) | undefined {
  const builder = [['kustomize', 'build'] as const, ['kubectl', 'kustomize'] as const].find(
    ([program, command]) => spawnSync(program, [command, '--help']).status === 0
  );
  return builder && ((folder) => execFileSync(builder[0], [builder[1], folder], { encoding: 'utf8' }));
}

export const resourcesOf = (text: string): Resource[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Resource);
