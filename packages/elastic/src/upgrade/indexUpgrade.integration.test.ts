import { type IndexDefinition, backingIndex, indices, monthlyIndex, publicName } from '@spendscope/contracts';
import { anomalyOf, elasticAs, transactionOf } from '@spendscope/testing';
import { bulkBatches, bulkEntry } from '../bulkBatches';
import { bulkWrite } from '../bulkWrite';
import { installTemplates, putTemplates } from '../installTemplates';
import { indexShapes, metaOf } from './indexShapes';
import { confirmUpgrade, indicesStatus, rollbackIndices, upgradeIndices } from './indexUpgrade';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');

/** As an earlier contract had it: predictions as text, and no merchants. */
const { merchant: _later, ...mapping } = indices.anomalies.mapping;
const former: IndexDefinition = {
  ...indices.anomalies,
  version: indices.anomalies.version - 1,
  mapping: { ...mapping, prediction: { type: 'keyword' } },
};
const { name } = former;
const contract = [indices.anomalies];
const documents = 4_321;
const [before, after] = [backingIndex(name, former.version), backingIndex(name, indices.anomalies.version)];

const longAgo = monthlyIndex(indices.transactions, new Date('1999-01-15T00:00:00Z'));
const clean = async (): Promise<void> => {
  const found = await setup.indices.get({ index: [name, before, after, longAgo], ignore_unavailable: true });
  for (const index of Object.keys(found)) {
    await setup.indices.delete({ index });
  }
};

async function write(from: number, to: number, fields: object = {}): Promise<void> {
  const entries = Array.from({ length: to - from }, (_, position) =>
    bulkEntry(name, `upgrade-${from + position}`, anomalyOf({ transaction_id: `t-${from + position}`, ...fields }))
  );
  await bulkWrite(pipeline, bulkBatches(entries));
}

const seen = async (query: object = { match_all: {} }): Promise<number> => {
  await setup.indices.refresh({ index: name });
  return (await grafana.count({ index: name, query })).count;
};
const typeOf = async (field: string): Promise<string | undefined> => {
  const [state] = Object.values(await setup.indices.get({ index: name }));
  return state!.mappings?.properties?.[field]?.type;
};

afterAll(async () => {
  await clean();
  await installTemplates(setup);
  await Promise.all([setup, pipeline, grafana].map((client) => client.close()));
});

const statusNow = async () => (await indicesStatus(setup, contract))[0];

describe('an index whose fields changed', () => {
  beforeEach(async () => {
    await clean();
    await putTemplates(setup, [former]);
    await setup.indices.create({ index: name });
    await write(0, documents);
  });
  afterEach(clean);

  it('is refused at the start of a program, with what to do', async () => {
    await expect(installTemplates(setup)).rejects.toThrow(`${name}: of a former form.`);
    expect(await typeOf('prediction')).toBe('keyword');
  });

  it('is copied into the new form under the same name, rolled back with what came since, and upgraded again', async () => {
    expect(await statusNow()).toMatchObject({ state: 'older', physical: name, version: former.version });
    expect(await upgradeIndices(setup, {}, contract)).toEqual([{ name, outcome: 'copied' }]);
    expect(await statusNow()).toMatchObject({ state: 'current', physical: after, former: before });
    expect([await typeOf('prediction'), await seen()]).toEqual(['integer', documents]);
    expect(await seen({ range: { prediction: { gte: 1 } } })).toBe(documents);

    // Programs write on under the old name, each with its own rights.
    await write(documents, documents + 10);
    await pipeline.delete({ index: name, id: 'upgrade-7' });
    await pipeline.update({ index: name, id: 'upgrade-8', doc: { label: 'false_positive' } });
    await installTemplates(setup);

    expect(await rollbackIndices(setup, contract)).toEqual([{ name, carried: 11, dropped: 1 }]);
    expect([await typeOf('prediction'), await seen()]).toEqual(['keyword', documents + 9]);
    expect(await seen({ ids: { values: ['upgrade-7'] } })).toBe(0);
    expect(await seen({ term: { label: 'false_positive' } })).toBe(1);
    expect(await setup.indices.exists({ index: after })).toBe(false);
    await write(documents + 10, documents + 11);
    expect(await seen()).toBe(documents + 10);

    expect(await upgradeIndices(setup, {}, contract)).toEqual([{ name, outcome: 'copied' }]);
    expect(await confirmUpgrade(setup, contract)).toEqual([before]);
    expect(await rollbackIndices(setup, contract)).toEqual([]);
    expect([await typeOf('prediction'), await seen()]).toEqual(['integer', documents + 10]);
    expect(await upgradeIndices(setup, {}, contract)).toEqual([{ name, outcome: 'current' }]);
  });

  it('goes on where it was interrupted, and takes no writes in between', async () => {
    const ending = new AbortController();
    const broken = upgradeIndices(setup, { onProgress: () => ending.abort(), signal: ending.signal }, contract);
    await expect(broken).rejects.toThrow();
    expect(await statusNow()).toMatchObject({ state: 'copying', physical: name });
    await expect(pipeline.index({ index: name, document: anomalyOf() })).rejects.toThrow(/cluster_block/);
    // What the mark says is stored is not copied again.
    const copied = await setup.search({ index: name, size: 1, from: 1_999, sort: [{ _seq_no: 'asc' }] as never });
    const copiedTo = Number(copied.hits.hits[0]!.sort![0]);
    const meta = metaOf((await setup.indices.get({ index: after }))[after]);
    await setup.indices.putMapping({ index: after, _meta: { ...meta, upgrade: { ...meta.upgrade!, copiedTo } } });

    const progress: number[] = [];
    await upgradeIndices(setup, { onProgress: (_name, count) => progress.push(count) }, contract);
    expect(progress.at(-1)).toBe(documents - 2_000);
    expect(await seen()).toBe(documents);
  });

  it('is left as it was where the upgrade is taken back before its end', async () => {
    const ending = new AbortController();
    const broken = upgradeIndices(setup, { onProgress: () => ending.abort(), signal: ending.signal }, contract);
    await expect(broken).rejects.toThrow();
    expect(await rollbackIndices(setup, contract)).toEqual([{ name, carried: 0, dropped: 0 }]);
    await write(documents, documents + 1);
    expect([await typeOf('prediction'), await seen()]).toEqual(['keyword', documents + 1]);
  });

  it('is left as it was where a document does not fit the new form', async () => {
    await write(0, 1, { prediction: 'perhaps' });
    await expect(upgradeIndices(setup, {}, contract)).rejects.toThrow(/prediction/);
    expect(await statusNow()).toMatchObject({ state: 'older', physical: name });
    await write(documents, documents + 1);
    expect(await seen()).toBe(documents + 1);
  });

  it('is not rolled back where the former form cannot hold what came since', async () => {
    await upgradeIndices(setup, {}, contract);
    await write(0, 1, { merchant: 'M-1' });
    await expect(rollbackIndices(setup, contract)).rejects.toThrow(/merchant/);
    expect(await statusNow()).toMatchObject({ state: 'current', physical: after });
    await write(documents, documents + 1, { merchant: 'M-2' });
    expect(await seen()).toBe(documents + 1);
  });

  it('is not switched where the copy holds another number of documents', async () => {
    const ending = new AbortController();
    const broken = upgradeIndices(setup, { onProgress: () => ending.abort(), signal: ending.signal }, contract);
    await expect(broken).rejects.toThrow();
    await setup.index({ index: after, id: 'of-nobody', document: anomalyOf() });
    await expect(upgradeIndices(setup, {}, contract)).rejects.toThrow('nothing was switched');
    expect(await statusNow()).toMatchObject({ state: 'copying', physical: name });
  });
});

it('widens indices of past months in place, so that their rows can be loaded again', async () => {
  const { merchant: _new, ...fields } = indices.transactions.mapping;
  const definition: IndexDefinition = { ...indices.transactions, version: 1, mapping: fields };
  const index = longAgo;
  await putTemplates(setup, [definition]);
  await setup.indices.create({ index });
  const row = { ...transactionOf(), merchant: 'M-1' };
  await expect(pipeline.index({ index, id: '1', document: row })).rejects.toThrow(/strict_dynamic_mapping/);
  await installTemplates(setup);
  await pipeline.index({ index, id: '1', document: row });
  const [shape] = (await indexShapes(setup, [indices.transactions])).filter((one) => one.name === index);
  expect(shape).toMatchObject({ physical: index, version: indices.transactions.version });
});

it('names backing indices so that no pattern of a contract reads them twice', () => {
  const month = monthlyIndex(indices.transactions, new Date('2026-11-01T00:00:00Z'));
  expect(backingIndex(month, 3)).toBe('spendscope-v3-transactions-2026.11');
  expect(publicName(backingIndex(name, 12))).toBe(name);
  expect(publicName(name)).toBe(name);
});
