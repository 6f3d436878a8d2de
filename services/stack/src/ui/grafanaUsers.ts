import { StackError } from '../stackError';
import { ensureSecret } from '../state/secrets';

/** People of the demo, one for each role, each with a generated password. */
export interface DemoUser {
  login: string;
  role: 'Viewer' | 'Editor' | 'Admin';
  password: string;
}

const logins = [
  { login: 'viewer', role: 'Viewer' },
  { login: 'operator', role: 'Editor' },
  { login: 'admin2', role: 'Admin' },
] as const;

/** Creates the demo people in Grafana where they are missing. The first Admin is Grafana's own `admin`. */
export async function ensureGrafanaUsers(url: string, adminPassword: string, stateDir: string): Promise<DemoUser[]> {
  const authorization = `Basic ${Buffer.from(`admin:${adminPassword}`).toString('base64')}`;
  const call = (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(new URL(path, url), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const users: DemoUser[] = [];
  for (const { login, role } of logins) {
    const password = ensureSecret(stateDir, `grafana-${login}-password`);
    const created = await call('POST', '/api/admin/users', { name: login, login, password, OrgId: 1 });
    // 412: somebody of that name exists already, from an earlier start.
    if (!created.ok && created.status !== 412) {
      throw new StackError(
        `Grafana did not create the demo user ${login} (${created.status}).`,
        'Its admin password may differ from the generated one: npm run reset makes a new Grafana.'
      );
    }
    if (created.ok) {
      const { id } = (await created.json()) as { id: number };
      await call('PATCH', `/api/org/users/${id}`, { role });
    }
    users.push({ login, role, password });
  }
  return [{ login: 'admin', role: 'Admin', password: adminPassword }, ...users];
}
