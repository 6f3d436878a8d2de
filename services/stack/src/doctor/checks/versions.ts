import { distribution } from '../../elasticsearch/distribution';
import { lowestGrafana } from '../../ui/grafanaProgram';
import { type Check, type CheckResult, type DoctorContext, fail, ok } from '../check';

interface Nodes {
  nodes?: Record<string, { version?: string }>;
}

/** Versions of our client, of the server and of Grafana, and whether they go together. */
export const checkVersions: Check = async (context) => [...(await server(context)), ...(await grafana(context))];

async function server({ elastic, readText, paths }: DoctorContext): Promise<CheckResult[]> {
  const answer = await elastic('/_nodes?filter_path=nodes.*.version');
  const version = Object.values((answer.body as Nodes | undefined)?.nodes ?? {})[0]?.version;
  if (!version) {
    return [];
  }
  const manifest = readText(`${paths.root}/node_modules/@elastic/elasticsearch/package.json`);
  const client = manifest ? (JSON.parse(manifest) as { version: string }).version : 'missing';
  const saw = `server ${version}, client ${client}`;
  const major = Number(version.split('.')[0]);
  return [
    major === 8 || major === 9
      ? ok('Elasticsearch versions', saw)
      : fail(
          'Elasticsearch versions',
          saw,
          `The client talks to 8.x and 9.x; upgrade the server (we test ${distribution.version}).`
        ),
  ];
}

async function grafana({ env, ports, fetchJson }: DoctorContext): Promise<CheckResult[]> {
  const url = env.GRAFANA_URL ?? `http://127.0.0.1:${ports.ui}`;
  const health = (await fetchJson(new URL('/api/health', url).href)) as
    { version?: string; commit?: string } | undefined;
  if (!health?.version) {
    return [];
  }
  if (health.commit === 'preview') {
    return [ok('Grafana', `the preview host at ${url}`)];
  }
  const isEnough = compareVersions(health.version, lowestGrafana) >= 0;
  return [
    isEnough
      ? ok('Grafana', `${health.version} at ${url}`)
      : fail('Grafana', `${health.version} at ${url} is too old`, `Upgrade it to ${lowestGrafana} or newer.`),
  ];
}

/** Negative where `a` is older than `b`; tags after a hyphen do not count. */
export function compareVersions(a: string, b: string): number {
  const parts = (text: string): number[] => text.split('-')[0]!.split('.').map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
