import { type ElasticsearchRole, type RoleName, elasticsearchRoles } from '@spendscope/contracts';

/** The file realm's roles.yml. JSON is YAML, so each role is one line of it. */
export function rolesFile(roles: Record<RoleName, ElasticsearchRole> = elasticsearchRoles): string {
  return Object.entries(roles)
    .map(([name, role]) => `${name}: ${JSON.stringify(role)}\n`)
    .join('');
}
