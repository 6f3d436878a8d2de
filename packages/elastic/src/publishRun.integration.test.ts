import { allIndices, indices, monthlyIndex, runIndex } from '@spendscope/contracts';
import { anomalyOf, customerOf, elasticAs, segmentOf, transactionOf } from '@spendscope/testing';
import { installTemplates } from './installTemplates';
import { publishRun } from './publishRun';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');
const published = [indices.customers, indices.segments];

beforeAll(() => installTemplates(setup));
afterEach(async () => {
  const runs = await setup.indices.get({ index: published.map((index) => index.pattern) });
  if (Object.keys(runs).length > 0) {
    await setup.indices.delete({ index: Object.keys(runs) });
  }
});
afterAll(() => Promise.all([setup, pipeline, grafana].map((client) => client.close())));

async function writeRun(runId: string, customers: number): Promise<void> {
  const lines: unknown[] = Array.from({ length: customers }, (_, position) => [
    { create: { _index: runIndex(indices.customers, runId), _id: String(position) } },
    customerOf({ run_id: runId, user_id: `C-${position}` }),
  ]).flat();
  lines.push({ create: { _index: runIndex(indices.segments, runId), _id: '0' } }, segmentOf({ run_id: runId }));
  const { errors, items } = await pipeline.bulk({ operations: lines });
  expect(errors ? items : []).toEqual([]);
}

const seenByGrafana = async (): Promise<{ customers: number; segments: number }> => ({
  customers: (await grafana.count({ index: indices.customers.readAs, ignore_unavailable: true })).count,
  segments: (await grafana.count({ index: indices.segments.readAs, ignore_unavailable: true })).count,
});

describe('publishing a run', () => {
  it('shows readers nothing of a run until it is published, then all of it and nothing of the one before', async () => {
    await writeRun('one', 2);
    await publishRun(pipeline, published, 'one');
    await writeRun('two', 3);
    expect(await seenByGrafana()).toEqual({ customers: 2, segments: 1 });
    await publishRun(pipeline, published, 'two');
    expect(await seenByGrafana()).toEqual({ customers: 3, segments: 1 });
  });

  it('keeps as many runs as asked for, the newest ones', async () => {
    for (const run of ['a', 'b', 'c', 'd']) {
      await writeRun(run, 1);
      await publishRun(pipeline, published, run, 2);
    }
    const left = Object.keys(await setup.indices.get({ index: indices.customers.pattern }));
    expect(left.sort()).toEqual([runIndex(indices.customers, 'c'), runIndex(indices.customers, 'd')]);
  });
});

describe('installed templates', () => {
  it('carry the contract’s version and can be installed again', async () => {
    await installTemplates(setup);
    for (const index of allIndices) {
      const { index_templates: found } = await setup.indices.getIndexTemplate({ name: index.name });
      expect([index.name, found[0]?.index_template.version]).toEqual([index.name, index.version]);
    }
  });

  it('take a document of each kind and refuse a field that the contract does not know', async () => {
    const index = monthlyIndex(indices.transactions, new Date(transactionOf()['@timestamp']));
    await pipeline.index({ index, id: 'template-test', document: transactionOf() });
    await pipeline.index({ index: indices.anomalies.name, id: 'template-test', document: anomalyOf() });
    await expect(pipeline.index({ index, document: { ...transactionOf(), original_id: 'kim' } })).rejects.toThrow(
      /strict_dynamic_mapping/
    );
    await pipeline.delete({ index, id: 'template-test' });
    await pipeline.delete({ index: indices.anomalies.name, id: 'template-test' });
  });
});
