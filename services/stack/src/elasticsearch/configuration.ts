export interface ServerPlaces {
  config: string;
  data: string;
  logs: string;
  temp: string;
  snapshots: string;
}

/** elasticsearch.yml: one node, loopback only, TLS and passwords on, users from files. */
export function elasticsearchYml(port: number, places: ServerPlaces): string {
  const settings: Record<string, string | number | boolean> = {
    'cluster.name': 'spendscope',
    'node.name': 'spendscope-1',
    'path.data': places.data,
    'path.logs': places.logs,
    // The only place that a repository of snapshots may be in.
    'path.repo': places.snapshots,
    'network.host': '127.0.0.1',
    'http.port': port,
    'discovery.type': 'single-node',
    'action.destructive_requires_name': true,
    // The defaults are shares of the disk: on a large and nearly full one they refuse writes with 50 GB left.
    'cluster.routing.allocation.disk.watermark.low': '2gb',
    'cluster.routing.allocation.disk.watermark.high': '1gb',
    'cluster.routing.allocation.disk.watermark.flood_stage': '512mb',
    'xpack.license.self_generated.type': 'basic',
    'xpack.security.enabled': true,
    'xpack.security.autoconfiguration.enabled': false,
    'xpack.security.enrollment.enabled': false,
    // Users come from our files; the built-in ones live in an index that this distribution cannot create.
    'xpack.security.authc.reserved_realm.enabled': false,
    'xpack.security.authc.realms.file.file1.order': 0,
    'xpack.security.authc.api_key.enabled': false,
    'xpack.security.authc.token.enabled': false,
    ...tls('http'),
    ...tls('transport'),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** Paths are relative to the configuration folder: Elasticsearch reads certificates from nowhere else. */
function tls(layer: 'http' | 'transport'): Record<string, string | boolean> {
  const prefix = `xpack.security.${layer}.ssl`;
  return {
    [`${prefix}.enabled`]: true,
    [`${prefix}.certificate`]: 'certs/http.crt',
    [`${prefix}.key`]: 'certs/http.key',
    [`${prefix}.certificate_authorities`]: 'certs/ca.crt',
  };
}

/** Java's options on top of the distribution's own. */
export function heapOptions(heapMegabytes: number): string {
  return [
    `-Xms${heapMegabytes}m`,
    `-Xmx${heapMegabytes}m`,
    // The distribution logs every collection into up to 2 GB of files; warnings on the console are enough here.
    '-Xlog:disable',
    '-Xlog:all=warning:stderr:utctime,level,tags',
    // Copies built-in roles into an index that this distribution cannot create, and logs the failure for ever.
    '-Des.queryable_built_in_roles_enabled=false',
    '',
  ].join('\n');
}

/** Everything goes to the console, which the starter keeps as one log file. */
export const log4j2Properties = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] [%node_name]%marker %m%consoleException%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`;

/** One eighth of the machine's memory, from 512 MB to 1 GB: the rest is the file cache's and the pipeline's. */
export function defaultHeapMegabytes(totalBytes: number): number {
  const eighth = Math.floor(totalBytes / 8 / 1024 / 1024);
  return Math.min(1024, Math.max(512, eighth));
}
