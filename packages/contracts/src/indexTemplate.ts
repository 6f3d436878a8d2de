import type { IndexDefinition } from './defineIndex';
import type { MappingProperty } from './mapping';

/** Body of `PUT _index_template/NAME`. */
export interface IndexTemplate {
  name: string;
  index_patterns: string[];
  priority: number;
  version: number;
  template: {
    settings: Record<string, unknown>;
    mappings: { dynamic: 'strict'; _meta: { version: number }; properties: Record<string, MappingProperty> };
  };
}

/** Settings suit one node; `dynamic: strict` refuses a field that the contract does not know instead of guessing its type. */
export function indexTemplate(index: IndexDefinition): IndexTemplate {
  return {
    name: index.name,
    index_patterns: [index.pattern],
    // Above the built-in templates; a single index whose name begins another's (…-audit, …-audit-text) stays exact.
    priority: 300,
    version: index.version,
    template: {
      settings: {
        'index.number_of_shards': 1,
        // A lone node stays green, a second one gets a copy.
        'index.auto_expand_replicas': '0-1',
        'index.refresh_interval': index.layout === 'single' ? '1s' : '5s',
      },
      mappings: { dynamic: 'strict', _meta: { version: index.version }, properties: index.mapping },
    },
  };
}
