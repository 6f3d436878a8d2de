import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { ElasticsearchUser } from './users';

export interface HealthProbe {
  url: string;
  caFile: string;
  user: ElasticsearchUser;
}

/** Whether the server answers this user with a cluster that serves reads and writes. Errors mean: not yet. */
export function isReady({ url, caFile, user }: HealthProbe): Promise<boolean> {
  const target = new URL('/_cluster/health?wait_for_status=yellow&timeout=1s', url);
  return new Promise((resolve) => {
    const call = request(
      target,
      { ca: readFileSync(caFile), auth: `${user.username}:${user.password}`, timeout: 5_000, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      }
    );
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}
