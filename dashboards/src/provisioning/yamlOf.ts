import { stringify } from 'yaml';

/** Through JSON first: what the SDK builds carries functions, which JSON drops and YAML refuses. */
export const yamlOf = (value: object): string => stringify(JSON.parse(JSON.stringify(value)), { lineWidth: 0 });
