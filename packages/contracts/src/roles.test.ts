import { indices } from './indices';
import { elasticsearchRoles } from './roles';

const covers = (names: string[], index: string): boolean =>
  names.some((name) => new RegExp(`^${name.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`).test(index));

const privilegesOn = (role: keyof typeof elasticsearchRoles, index: string): string[] =>
  elasticsearchRoles[role].indices.filter((entry) => covers(entry.names, index)).flatMap((entry) => entry.privileges);

describe('Elasticsearch roles', () => {
  it('keeps identities, quarantine and the audit log from Grafana', () => {
    for (const index of [
      indices.identities,
      indices.quarantine,
      indices.audit,
      indices.auditText,
      indices.auditCheckpoints,
    ]) {
      expect(privilegesOn('spendscope_grafana', index.name)).toEqual([]);
    }
  });

  it('lets Grafana read and never write', () => {
    const granted = elasticsearchRoles.spendscope_grafana.indices.flatMap((entry) => entry.privileges);
    expect(new Set(granted)).toEqual(new Set(['read', 'view_index_metadata']));
  });

  it('lets the API append to the audit chain and neither change nor delete it', () => {
    for (const index of [indices.audit, indices.auditCheckpoints]) {
      const granted = privilegesOn('spendscope_api', index.name);
      expect(granted).toEqual(expect.arrayContaining(['read', 'create_doc']));
      expect(granted).not.toEqual(expect.arrayContaining(['write']));
      for (const forbidden of ['all', 'write', 'index', 'delete', 'manage', 'delete_index']) {
        expect(granted).not.toContain(forbidden);
      }
    }
  });

  it('keeps the pipeline from states, interventions and the audit log', () => {
    expect(privilegesOn('spendscope_pipeline', indices.audit.name)).toEqual([]);
    expect(privilegesOn('spendscope_pipeline', indices.interventions.name)).toEqual([]);
    expect(privilegesOn('spendscope_pipeline', indices.states.name)).toEqual(['read', 'view_index_metadata']);
  });
});
