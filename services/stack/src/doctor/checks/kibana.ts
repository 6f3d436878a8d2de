import { join } from 'node:path';
import { isServerAddress } from '../../elasticsearch/serverAddress';
import { type Check, type CheckResult, ok, warn } from '../check';

/** Where a Kibana is named (KIBANA_HOME or KIBANA_YML): whether it asks the same Elasticsearch, and who can reach it. */
export const checkKibana: Check = async ({ env, readText, elasticsearchUrl }) => {
  const path = env.KIBANA_YML ?? (env.KIBANA_HOME ? join(env.KIBANA_HOME, 'config', 'kibana.yml') : undefined);
  if (!path) {
    return [];
  }
  const text = readText(path);
  if (text === undefined) {
    return [warn('Kibana', `${path} cannot be read`, 'Check KIBANA_HOME or KIBANA_YML.')];
  }
  const hosts = kibanaSetting(text, 'elasticsearch.hosts') ?? 'http://localhost:9200';
  const results: CheckResult[] = [];
  if (elasticsearchUrl) {
    results.push(
      sameServer(hosts, elasticsearchUrl)
        ? ok('Kibana elasticsearch.hosts', hosts)
        : warn(
            'Kibana elasticsearch.hosts',
            `${hosts}, not our ${elasticsearchUrl}`,
            `Set elasticsearch.hosts: ["${elasticsearchUrl}"] in ${path}.`
          )
    );
  }
  const host = kibanaSetting(text, 'server.host') ?? 'localhost';
  results.push(
    ['localhost', '127.0.0.1', '::1'].includes(host)
      ? ok('Kibana server.host', host)
      : warn(
          'Kibana server.host',
          `${host}: other machines can reach it`,
          `Set server.host: localhost in ${path}, or put TLS before it.`
        )
  );
  return results;
};

/** A setting's text in kibana.yml in its usual flat form; for lists, what stands between the brackets. */
export function kibanaSetting(text: string, name: string): string | undefined {
  const line = new RegExp(`^\\s*${name.replace('.', '\\.')}\\s*:\\s*(.+?)\\s*(?:#.*)?$`, 'm').exec(text)?.[1];
  return line
    ?.replace(/^\[|\]$/g, '')
    .replace(/["']/g, '')
    .trim();
}

/** Compares port and host, taking the names of this machine as one. */
function sameServer(hosts: string, url: string): boolean {
  const plain = (text: string): string => {
    const { hostname, port, protocol } = new URL(text);
    const host = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? 'localhost' : hostname;
    return `${protocol}//${host}:${port}`;
  };
  const named = hosts.split(',').map((host) => host.trim());
  return isServerAddress(url) && named.some((host) => isServerAddress(host) && plain(host) === plain(url));
}
