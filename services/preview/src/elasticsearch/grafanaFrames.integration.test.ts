import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { connectionFromEnvironment, createElasticClient, type ElasticClient } from '@spendscope/elastic';
import { asRecord, type UnknownRecord } from '../narrow';
import { readRange, runQueries } from './runQueries';

/**
 * What a real Grafana answered to real queries, recorded outside the repository because the documents may not be
 * committed. See docs: without that folder the suite is skipped by name.
 */
const folder = path.resolve(__dirname, '../../../../../shared/data/grafana-frames');
const available = existsSync(path.join(folder, 'docs.ndjson'));
const index = 'frames';

interface Recorded {
  request: UnknownRecord & { queries: unknown[] };
  response: { results: UnknownRecord };
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const names = available ? readdirSync(path.join(folder, 'cases')) : [];

(available ? describe : describe.skip)('answers recorded from Grafana 12.3.0 (../shared/data/grafana-frames)', () => {
  let elastic: ElasticClient;

  beforeAll(async () => {
    elastic = createElasticClient(connectionFromEnvironment());
    await elastic.indices.delete({ index, ignore_unavailable: true });
    await elastic.indices.create({ index, ...(JSON.parse(read('index.json')) as object) });
    const documents = read('docs.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as UnknownRecord);
    const operations = documents.flatMap((document) => [{ index: { _id: String(document.transaction_id) } }, document]);
    const { errors } = await elastic.bulk({ index, operations, refresh: true });
    expect(errors).toBe(false);
  });

  afterAll(async () => {
    await elastic.indices.delete({ index, ignore_unavailable: true });
    await elastic.close();
  });

  it.each(names)('%s', async (name) => {
    const { request, response } = JSON.parse(read(`cases/${name}`)) as Recorded;
    const target = { index, timeField: '@timestamp' };
    const results = await runQueries(elastic, request.queries, readRange(asRecord(request)), () => target);
    expect(results).toEqual(response.results);
  });
});
