import { readFileSync } from 'node:fs';
import { environment } from '@spendscope/contracts';
import { type ElasticsearchAccess, accessVariables } from '../elasticsearch/access';
import type { StackPaths } from '../paths';

export interface UiInput {
  paths: StackPaths;
  access: ElasticsearchAccess;
  host: string;
  port: number;
  apiUrl: string;
  channelToken: string;
  alertSecret: string;
  /** Dashboards made for the loaded data. */
  dashboardsDir: string;
  /** Grafana's provisioning, with the channels that are set up. */
  provisioningDir: string;
}

/** The address that a browser uses, and that identity tokens name as their issuer. */
export function uiAddress(port: number): string {
  return `http://localhost:${port}/`;
}

/** What both a real Grafana and the preview host read: our provisioning files name these variables. */
export function uiEnvironment({
  paths,
  access,
  host,
  port,
  apiUrl,
  channelToken,
  alertSecret,
  dashboardsDir,
}: UiInput): Record<string, string> {
  return {
    ...accessVariables(access, 'grafana'),
    // Provisioning takes the certificate's text; a server with a public certificate needs none.
    ELASTICSEARCH_CA_PEM: access.caFile ? readFileSync(access.caFile, 'utf8') : '',
    [environment.dashboardsDir]: dashboardsDir,
    [environment.alertSecret]: alertSecret,
    [environment.apiUrl]: apiUrl,
    [environment.channelToken]: channelToken,
    [environment.uiHost]: host,
    [environment.uiPort]: String(port),
    [environment.stateDir]: paths.state,
    [environment.grafanaIssuer]: uiAddress(port),
  };
}
