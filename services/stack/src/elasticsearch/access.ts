import { environment } from '@spendscope/contracts';
import type { RunningElasticsearch } from './startElasticsearch';
import type { ElasticsearchUsers, UserKey } from './users';

/** An Elasticsearch that serves, and as whom each part talks to it. */
export interface ElasticsearchAccess {
  kind: 'given' | 'docker' | 'embedded';
  url: string;
  caFile: string | undefined;
  users: ElasticsearchUsers;
  /** What the starter should know about it: one line with the fix. */
  remark?: string;
}

/** The variables by which one part reaches Elasticsearch, as its own user and no other. */
export function accessVariables(access: Omit<ElasticsearchAccess, 'kind'>, part: UserKey): Record<string, string> {
  const { username, password } = access.users[part];
  return {
    [environment.elasticsearchUrl]: access.url,
    [environment.elasticsearchUsername]: username,
    [environment.elasticsearchPassword]: password,
    ...(access.caFile ? { [environment.elasticsearchCa]: access.caFile } : {}),
  };
}

export function embeddedAccess({ url, caFile, users }: RunningElasticsearch): ElasticsearchAccess {
  return { kind: 'embedded', url, caFile, users };
}
