import type { StackPaths } from '../paths';
import { ensureSecret } from '../state/secrets';

/** Password of Grafana's own `admin`, made once. */
export function grafanaAdminPassword(paths: StackPaths): string {
  return ensureSecret(paths.state, 'grafana-admin-password');
}
