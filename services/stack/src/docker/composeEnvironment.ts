import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElasticsearchUsers } from '../elasticsearch/users';
import type { StackPorts } from '../ports';

export interface ComposeInput {
  state: string;
  users: ElasticsearchUsers;
  elasticPassword: string;
  channelToken: string;
  alertSecret: string;
  grafanaPassword: string;
  ports: StackPorts;
}

/** Writes the file that `docker compose --env-file` reads, with the passwords of this state folder; returns its path. */
export function writeComposeEnvironment(input: ComposeInput): string {
  const variables: Record<string, string | number> = {
    ELASTIC_PASSWORD: input.elasticPassword,
    SPENDSCOPE_PIPELINE_PASSWORD: input.users.pipeline.password,
    SPENDSCOPE_API_PASSWORD: input.users.api.password,
    SPENDSCOPE_GRAFANA_PASSWORD: input.users.grafana.password,
    SPENDSCOPE_CHANNEL_TOKEN: input.channelToken,
    SPENDSCOPE_ALERT_SECRET: input.alertSecret,
    GRAFANA_ADMIN_PASSWORD: input.grafanaPassword,
    SPENDSCOPE_ES_PORT: input.ports.elasticsearch,
    SPENDSCOPE_UI_PORT: input.ports.ui,
  };
  const path = join(input.state, 'compose.env');
  const text = Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
