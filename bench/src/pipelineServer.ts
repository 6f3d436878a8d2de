import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environment } from '@spendscope/contracts';
import { type ElasticClient, createElasticClient, installTemplates } from '@spendscope/elastic';
import { startTestElasticsearch } from '@spendscope/stack';

/** Where the command line lies, for processes of their own. */
export const repository = path.resolve(import.meta.dirname, '../..');
export const commandLine = 'services/pipeline/bin/spendscope.mjs';

export interface PipelineServer {
  client: ElasticClient;
  /** of the benchmark's own; gone afterwards */
  folder: string;
  /** what the command line reads to work on this server, with a state folder of its own */
  env: NodeJS.ProcessEnv;
}

/** A throw-away Elasticsearch with the templates, for as long as the work takes. */
export async function withPipelineServer(work: (server: PipelineServer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
  const { url, caFile, users, stop } = await startTestElasticsearch();
  const client = createElasticClient({ url, caFile, ...users.setup! });
  const env = {
    ...process.env,
    [environment.elasticsearchUrl]: url,
    [environment.elasticsearchCa]: caFile,
    [environment.elasticsearchUsername]: users.setup!.username,
    [environment.elasticsearchPassword]: users.setup!.password,
    [environment.stateDir]: path.join(folder, 'state'),
  };
  try {
    await installTemplates(client);
    await work({ client, folder, env });
  } finally {
    await client.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
