import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { dataSources } from '../../dashboards/src/dataSources';
import { type Board, filled } from '../../dashboards/src/testing/boards';
import { readDataQuery } from '../../services/preview/src/elasticsearch/dataQuery';
import { type SearchTarget, runQueries } from '../../services/preview/src/elasticsearch/runQueries';
import { searchBody } from '../../services/preview/src/elasticsearch/searchBody';
import type { Benchmark } from './benchmark';
import { commandLine, repository, withPipelineServer } from './pipelineServer';
import { percentile } from './statistics';

const exec = promisify(execFile);
const rounds = 20;
/** Milliseconds that nobody waits longer than for a panel. */
const limit = 2_000;
const units = { m: 60_000, h: 3_600_000, d: 86_400_000, y: 365 * 86_400_000 };

interface Asked {
  /** dashboard and panel */
  name: string;
  queries: unknown[];
  /** ms before now at which the dashboard begins */
  since: number;
}

const targets = new Map(
  Object.values(dataSources).map(({ uid, index, timeField }): [string, SearchTarget] => [uid, { index: index.readAs, timeField }]) // prettier-ignore
);

/**
 * Queries of every panel as it opens, variables at their defaults, through the data-source path (our reading of Grafana’s
 * queries, one request to Elasticsearch, frames) beside the same search sent as it is. Each round asks of another instant,
 * so that no answer comes out of the request cache.
 */
export const dashboards: Benchmark = {
  what: 'each panel’s queries beside the same search asked directly, 10,000,000 transactions (arguments: how many; "spend": without an analysis)',
  run: async ([count = '10000000', which], report) => {
    const asked = panels();
    await withPipelineServer(async ({ client, folder, env }) => {
      const command = (...args: string[]): Promise<unknown> =>
        exec(process.execPath, [commandLine, ...args], { cwd: repository, env, maxBuffer: 1 << 28 });
      const file = (name: string): string => path.join(folder, `${name}.parquet`);
      const users = String(Math.ceil(Number(count) / 20));
      await command('generate', '--world', 'card', '--users', users, '--transactions', count, '--seed', '7', '--format', 'parquet', '--out', folder); // prettier-ignore
      await command('ingest', '--preset', 'card', ...['transactions', 'customers'].flatMap((name) => [`--${name}`, file(name)])); // prettier-ignore
      if (which !== 'spend') {
        await command('analyze');
      }
      await client.indices.refresh({ index: indices.transactions.pattern });
      let slowest = { name: '', p95: 0 };
      for (const panel of asked.filter((one) => which !== 'spend' || readsTransactionsAlone(one))) {
        const [ours, peer] = await measured(client, panel);
        for (const share of [0.5, 0.95]) {
          report({ case: `${panel.name}, p${share * 100}`, ours: rounded(percentile(ours, share)), peer: rounded(percentile(peer, share)), unit: 'ms' }); // prettier-ignore
        }
        const p95 = percentile(ours, 0.95);
        slowest = p95 > slowest.p95 ? { name: panel.name, p95 } : slowest;
      }
      report({
        case: `slowest p95 beside its limit: ${slowest.name}`,
        ours: rounded(slowest.p95),
        peer: limit,
        unit: 'ms',
      });
      if (slowest.p95 >= limit) {
        process.exitCode = 1;
      }
    });
  },
};

const rounded = (ms: number): number => Number(ms.toFixed(1));

function panels(): Asked[] {
  const folder = path.join(repository, 'dashboards');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const board = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Board & { title: string; time: { from: string } }; // prettier-ignore
      const [, number, unit] = /^now-(\d+)([mhdy])$/.exec(board.time.from)!;
      return board.panels
        .filter(({ targets: asked }) => asked?.length)
        .map((panel) => ({
          name: `${board.title}: ${panel.title}`,
          queries: panel.targets!.map((target) => filled(target, board.templating.list ?? [])),
          since: Number(number) * units[unit as keyof typeof units],
        }));
    });
}

const readsTransactionsAlone = ({ queries }: Asked): boolean =>
  queries.every((query) => readDataQuery(query).dataSourceUid === dataSources.transactions.uid);

/** Milliseconds of each round, ours and the peer’s, in turns. */
async function measured(client: ElasticClient, { name, queries, since }: Asked): Promise<[number[], number[]]> {
  const [ours, peer]: [number[], number[]] = [[], []];
  const now = Date.now();
  for (let round = -1; round < rounds; round++) {
    const [mine, direct] = [2 * round, 2 * round + 1].map((shift) => ({ from: now - since - shift, to: now - shift }));
    const took = [
      await timed(async () => {
        const results = Object.values(await runQueries(client, queries, mine!, (uid) => targets.get(uid)));
        if (results.some(({ status }) => status !== 200)) {
          throw new Error(`${name} was not answered: ${JSON.stringify(results).slice(0, 300)}`);
        }
        JSON.stringify(results);
      }),
      await timed(() => askedDirectly(client, queries, direct!)),
    ];
    // The first one warms the server.
    if (round >= 0) {
      ours.push(took[0]!);
      peer.push(took[1]!);
    }
  }
  return [ours, peer];
}

/** The same searches as one body, answered as Elasticsearch does. */
async function askedDirectly(
  client: ElasticClient,
  queries: readonly unknown[],
  range: { from: number; to: number }
): Promise<void> {
  const bulkBody = queries.map(readDataQuery).flatMap((query) => {
    const { index, timeField } = targets.get(query.dataSourceUid)!;
    return [{ index, ignore_unavailable: true }, searchBody(query, range, timeField)];
  });
  await client.transport.request({ method: 'POST', path: '/_msearch', bulkBody });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
