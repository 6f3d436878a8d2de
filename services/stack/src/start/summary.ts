import { appId } from '@spendscope/contracts';
import { type DataSource, describeSource } from '../data/dataSource';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import { credentialsFile } from '../elasticsearch/credentials';
import { keptPartUsers, partUsersFolder } from '../elasticsearch/partUsers';
import type { StackPaths } from '../paths';
import type { DemoUser } from '../ui/grafanaUsers';
import type { UiPlan } from '../ui/planUi';

export interface SummaryInput {
  ui: UiPlan;
  apiUrl: string;
  access: ElasticsearchAccess;
  paths: StackPaths;
  source: DataSource;
  users: DemoUser[];
  feed: boolean;
}

/** Lines of the closing summary: a label and what it says; an empty label continues the one before. */
export function summaryLines({ ui, apiUrl, access, paths, source, users, feed }: SummaryInput): [string, string][] {
  const app = new URL(`a/${appId}`, ui.url).href;
  return [
    [uiLabels[ui.kind], ui.url],
    ['App', app],
    ...signInLines(ui, users),
    ['API', apiUrl],
    ['Elasticsearch', `${access.url} (${describeUsers(access, paths)})`],
    ['Data', `${describeSource(source)}${feed ? ', and a live feed' : ''}`],
    ['Logs', paths.logs],
  ];
}

const uiLabels: Record<UiPlan['kind'], string> = {
  given: 'Your Grafana',
  grafana: 'Grafana',
  docker: 'Grafana',
  preview: 'Preview of Grafana',
};

function describeUsers({ kind, url, users }: ElasticsearchAccess, { state }: StackPaths): string {
  if (kind !== 'given') {
    return `users: ${credentialsFile(state)}`;
  }
  if (users.grafana === users.setup) {
    return `one user for all parts: ${users.setup.username || 'none'}`;
  }
  return keptPartUsers(state, url) ? `users: ${credentialsFile(partUsersFolder(state, url))}` : 'a user for each part';
}

function signInLines(ui: UiPlan, users: readonly DemoUser[]): [string, string][] {
  if (ui.kind === 'preview') {
    return [['Sign in', 'choose a user at the top right: viewer, analyst, operator, admin']];
  }
  if (ui.kind === 'given') {
    return [['Sign in', 'as in your Grafana; it needs the plugin, provisioning/ and the API address below']];
  }
  return users.map(({ login, role, password }, index) => [
    index === 0 ? 'Sign in' : '',
    `${login} / ${password} (${role})`,
  ]);
}
