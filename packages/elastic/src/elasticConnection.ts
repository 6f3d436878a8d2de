import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';
import { environment } from '@spendscope/contracts';

/** How to reach Elasticsearch and as whom. */
export interface ElasticConnection {
  url: string;
  username?: string;
  password?: string;
  /** Path of the PEM file of the authority that signed the server's certificate. */
  caFile?: string;
}

/** Reads the ELASTICSEARCH_* variables; throws one plain sentence where the address is missing. */
export function connectionFromEnvironment(env: NodeJS.ProcessEnv = process.env): ElasticConnection {
  const url = env[environment.elasticsearchUrl];
  if (!url) {
    throw new Error(`${environment.elasticsearchUrl} is not set. Run "npm start", or set it to your Elasticsearch.`);
  }
  return {
    url,
    username: env[environment.elasticsearchUsername],
    password: env[environment.elasticsearchPassword],
    caFile: env[environment.elasticsearchCa],
  };
}

/** How long a call may take, and how often it is tried again; a server that answers people wants less than a batch job. */
export interface ElasticPatience {
  requestTimeout?: number;
  maxRetries?: number;
}

/** A client for the connection. Certificates are always verified, against the given authority or the system's. */
export function createElasticClient(connection: ElasticConnection, patience: ElasticPatience = {}): Client {
  const { url, username, password, caFile } = connection;
  return new Client({
    node: url,
    ...(username && password ? { auth: { username, password } } : {}),
    ...(caFile ? { tls: { ca: readFileSync(caFile) } } : {}),
    requestTimeout: patience.requestTimeout ?? 60_000,
    maxRetries: patience.maxRetries ?? 3,
  });
}
