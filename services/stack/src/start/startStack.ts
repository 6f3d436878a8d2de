import { join } from 'node:path';
import { createElasticClient, installTemplates } from '@spendscope/elastic';
import { type Bundle, buildBundle, isStale } from '../bundles';
import type { LoadableSource } from '../data/dataSource';
import { spendscopeArguments } from '../data/runDataCommand';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import type { StackPorts } from '../ports';
import { ensureSecret } from '../state/secrets';
import { type ServiceSpec, startService } from '../supervisor/startService';
import { supervise } from '../supervisor/supervise';
import { paint, say } from '../terminal';
import { grafanaAdminPassword } from '../ui/grafanaAdminPassword';
import { type DemoUser, ensureGrafanaUsers } from '../ui/grafanaUsers';
import { type UiPlan, planUi } from '../ui/planUi';
import { type UiInput, uiAddress } from '../ui/uiEnvironment';
import { writeProvisioning } from '../ui/writeProvisioning';
import { apiService } from './apiService';
import { assertPortsFree } from './assertPortsFree';
import { loadData, pipelineEnvironment, resetData } from './loadData';
import { type ElasticsearchKind, provideElasticsearch } from './provideElasticsearch';
import { schedulerService } from './schedulerService';
import type { Session } from './session';
import type { StartOptions } from './startOptions';
import { step } from './steps';
import type { SummaryInput } from './summary';
import { writeDashboards } from './writeDashboards';

export interface StackInput {
  kind: ElasticsearchKind;
  options: StartOptions;
  paths: StackPaths;
  ports: StackPorts;
  env: NodeJS.ProcessEnv;
  session: Session;
}

const elasticsearchTitles: Record<ElasticsearchAccess['kind'], string> = {
  given: 'the one at ELASTICSEARCH_URL',
  docker: 'in Docker',
  embedded: 'embedded',
};

/** Starts everything in order; what it started is stopped by the session. */
export async function startStack(input: StackInput): Promise<SummaryInput> {
  const { kind, options, paths, ports, env, session } = input;
  await assertPortsFree(ports, env.GRAFANA_URL ? ['api'] : ['api', 'ui']);
  const access = await step(
    'Elasticsearch',
    (onProgress) =>
      provideElasticsearch({ kind, env, paths, ports, session, makeUsers: options.makeUsers, onProgress }),
    ({ url }) => `${elasticsearchTitles[kind]}, ${url}`
  );
  if (access.remark) {
    say(`${paint('yellow', '!')} ${access.remark}`);
  }
  const client = createElasticClient({ url: access.url, caFile: access.caFile, ...access.users.setup });
  try {
    if (options.resetData) {
      await resetData(client);
    }
    await step(
      'Index templates',
      () => installTemplates(client),
      () => 'installed'
    );
    const ui = await planUi(env, uiAddress(ports.ui), kind);
    await buildBundles(paths.root, ui, session.signal);
    const source = await loadData({ options, paths, access, client, signal: session.signal });
    const apiUrl = `http://127.0.0.1:${ports.api}`;
    const secrets = {
      channelToken: ensureSecret(paths.state, 'channel-token'),
      alertSecret: ensureSecret(paths.state, 'alert-secret'),
    };
    const jwksUrl = new URL('api/signing-keys/keys', ui.kind === 'given' ? ui.url : `http://127.0.0.1:${ports.ui}/`)
      .href;
    await keepRunning(
      apiService({ paths, access, port: ports.api, issuer: ui.issuer, jwksUrl, ...secrets }),
      'API',
      session
    );
    const dashboardsDir = await writeDashboards(client, paths, source);
    const provisioningDir = await writeProvisioning(paths.root, join(paths.state, 'provisioning'), env);
    const users = await startUi(input, ui, { access, apiUrl, dashboardsDir, provisioningDir, ...secrets });
    await keepRunning(monitorService(paths, access), 'Monitor', session);
    await keepRunning(schedulerService(paths, access), 'Scheduler', session);
    const feed = options.feed && source.kind === 'demo';
    if (feed) {
      await keepRunning(feedService(paths, access, source), 'Live feed', session);
    }
    return { ui, apiUrl, access, paths, source, users, feed };
  } finally {
    await client.close();
  }
}

async function buildBundles(root: string, ui: UiPlan, signal: AbortSignal): Promise<void> {
  const app: Bundle = {
    workspace: '@spendscope/app',
    folder: join(root, 'plugins', 'spendscope-app'),
    output: 'dist/module.js',
  };
  const preview: Bundle = {
    workspace: '@spendscope/preview',
    folder: join(root, 'services', 'preview'),
    output: 'dist/manifest.json',
  };
  for (const bundle of ui.kind === 'preview' ? [app, preview] : [app]) {
    signal.throwIfAborted();
    if (isStale(bundle)) {
      await step(
        `Build ${bundle.workspace}`,
        () => buildBundle(bundle, root, signal),
        () => 'built'
      );
    }
  }
}

async function keepRunning(spec: ServiceSpec, title: string, session: Session): Promise<void> {
  const supervised = await step(
    title,
    () =>
      supervise({
        name: spec.name,
        start: () => startService({ ...spec, signal: session.signal }),
        restarts: 3,
        ...session.watch(spec.name),
      }),
    () => 'runs'
  );
  session.onStop(title, () => supervised.stop());
  session.signal.throwIfAborted();
}

async function startUi(
  { paths, ports, env, session }: StackInput,
  ui: UiPlan,
  shared: Omit<UiInput, 'paths' | 'host' | 'port'>
): Promise<DemoUser[]> {
  if (!ui.service) {
    return [];
  }
  const host = env.SPENDSCOPE_UI_HOST || '127.0.0.1';
  await keepRunning(ui.service({ paths, host, port: ports.ui, ...shared }), ui.title, session);
  if (ui.kind === 'preview') {
    return [];
  }
  return ensureGrafanaUsers(`http://127.0.0.1:${ports.ui}`, grafanaAdminPassword(paths), paths.state);
}

/** What the machine is busy with and what the services log, for the dashboard on health. */
const monitorService = (paths: StackPaths, access: ElasticsearchAccess): ServiceSpec => ({
  name: 'monitor',
  command: process.execPath,
  args: spendscopeArguments(['monitor', '--logs', paths.logs]),
  cwd: paths.root,
  env: pipelineEnvironment(paths, access),
  logFile: join(paths.logs, 'monitor.log'),
});

/** Transactions of the demo's own people, who are made again from its seed. */
function feedService(
  paths: StackPaths,
  access: ElasticsearchAccess,
  { world, seed }: Extract<LoadableSource, { kind: 'demo' }>
): ServiceSpec {
  return {
    name: 'feed',
    command: process.execPath,
    args: spendscopeArguments(['watch', '--feed', world, '--seed', String(seed)]),
    cwd: paths.root,
    env: pipelineEnvironment(paths, access),
    logFile: join(paths.logs, 'feed.log'),
  };
}
