import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type IndexDefinition, indices } from '@spendscope/contracts';
import { type ElasticClient, installTemplates } from '@spendscope/elastic';
import type { Benchmark } from './benchmark';
import { commandLine, repository, withPipelineServer } from './pipelineServer';
import { median } from './statistics';

const exec = promisify(execFile);
const cli = (args: string[], env: NodeJS.ProcessEnv): Promise<unknown> =>
  exec(process.execPath, [commandLine, ...args], {
    cwd: repository,
    env,
    maxBuffer: 1 << 26,
  });

/** Bytes of one bulk body of the plain loop: what Elasticsearch's own guide calls a good start. */
const bodyBytes = 8 * 1024 * 1024;
const written = [indices.transactions, indices.identities];

/** Loads of each side, in turns; the median of each is reported, because whatever else the machine does comes and goes. */
const rounds = 3;

/**
 * Documents per second of `spendscope ingest` (reading, checking, tokenising, joining, writing) beside a plain loop that
 * sends the same documents as bodies that were serialised before: the limit of this server.
 */
export const ingest: Benchmark = {
  what: 'spendscope ingest against a plain loop of pre-serialised bulk bodies (documents/s)',
  run: async ([count = '1000000'], report) => {
    await withPipelineServer(async ({ client, folder, env }) => {
      const users = String(Math.ceil(Number(count) / 20));
      await cli(
        ['generate', '--world', 'card', '--users', users, '--transactions', count, '--seed', '7', '--out', folder],
        env
      );
      const file = (name: string): string => path.join(folder, `${name}.csv`);
      const load = (): Promise<unknown> =>
        cli(
          [
            ...['ingest', '--replace', '--preset', 'card'],
            ...['--customers', file('customers'), '--transactions', file('transactions')],
          ],
          env
        );
      // The first load warms the server, which compiles its code as it runs, and gives the bodies of the plain loop.
      await load();
      const documents = await total(client);
      const bodies = await serialised(client);
      const ours: number[] = [];
      const peer: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await empty(client);
        ours.push(await timed(load));
        if ((await total(client)) !== documents) {
          throw new Error('The loads stored different numbers of documents; the comparison would not be fair.');
        }
        await empty(client);
        peer.push(await timed(() => plainLoop(client, bodies)));
      }
      report({
        case: `card ${count}`,
        ours: Math.round(documents / median(ours)),
        peer: Math.round(documents / median(peer)),
        unit: 'documents/s',
      });
    });
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Both sides begin with the same server: templates, and none of the documents. */
async function empty(client: ElasticClient): Promise<void> {
  for (const index of written) {
    await client.indices.delete({ index: await concrete(client, index) });
  }
  await installTemplates(client);
}

const concrete = async (client: ElasticClient, index: IndexDefinition): Promise<string[]> =>
  Object.keys(await client.indices.get({ index: index.pattern }));

async function total(client: ElasticClient): Promise<number> {
  const index = written.map((entry) => entry.readAs);
  await client.indices.refresh({ index });
  return (await client.count({ index })).count;
}

/** Every document as bulk bodies, as ingest wrote it. */
async function serialised(client: ElasticClient): Promise<Buffer[]> {
  const bodies: Buffer[] = [];
  let lines: string[] = [];
  let bytes = 0;
  const search = client.helpers.scrollSearch<unknown>({ index: written.map((entry) => entry.readAs), size: 5000 });
  for await (const page of search) {
    for (const hit of page.body.hits.hits) {
      const line = `${JSON.stringify({ index: { _index: hit._index, _id: hit._id } })}\n${JSON.stringify(hit._source)}\n`;
      lines.push(line);
      bytes += line.length;
      if (bytes > bodyBytes) {
        bodies.push(Buffer.from(lines.join('')));
        lines = [];
        bytes = 0;
      }
    }
  }
  return bytes > 0 ? [...bodies, Buffer.from(lines.join(''))] : bodies;
}

async function plainLoop(client: ElasticClient, bodies: Buffer[]): Promise<void> {
  for (const body of bodies) {
    const answer = (await client.transport.request(
      {
        method: 'POST',
        path: '/_bulk',
        querystring: { filter_path: 'errors' },
        body,
      },
      { headers: { 'content-type': 'application/x-ndjson' } }
    )) as { errors: boolean };
    if (answer.errors) {
      throw new Error('The plain loop was refused a document; the comparison would not be fair.');
    }
  }
}
