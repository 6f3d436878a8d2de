import { type Table, Random, compareModels, histogramBoosting, learners, tableOf } from '@spendscope/analytics';
import { ChurnFigure, ChurnModel } from '@spendscope/contracts';
import Value from 'typebox/value';
import { comparisonDocuments, figureId } from './comparisonDocuments';

const models = ['logistic_regression', 'histogram_boosting', 'k_nearest'];
const stamp = { runId: 'r1', at: new Date('2026-11-25T00:00:00Z') };

/** 240 customers whose tenure tells who leaves, each of them a second time where asked. */
function customers(twice: boolean): { table: Table; labels: Int8Array } {
  const random = new Random(4);
  const tenure = Array.from({ length: 240 }, () => Math.round(1_000 * random.next()));
  const hours = tenure.map(() => Math.round(1_000 * random.next()));
  const left = tenure.map((months) => (random.chance(months < 300 ? 0.8 : 0.1) ? 1 : 0));
  const more = <T>(values: T[], change: (value: T) => T): T[] => (twice ? [...values, ...values.map(change)] : values);
  const columns = [tenure, hours].map((values, j) => ({ name: ['tenure', 'hours'][j]!, kind: 'number' as const, values: Float64Array.from(more(values, (x) => x + 1)) })); // prettier-ignore
  return { table: tableOf(columns), labels: Int8Array.from(more(left, (x) => x)) };
}

async function documentsOf(
  twice: boolean,
  rows = { learnt: 240, of: 240 }
): Promise<ReturnType<typeof comparisonDocuments>> {
  const { table, labels } = customers(twice);
  const groups = Int32Array.from(labels, (_, row) => row % 240);
  const repeats = { groups, groupCount: 240, repeatedRows: twice ? 480 : 0, pairs: twice ? 240 : 0, limit: 0, typicalDifferences: [] }; // prettier-ignore
  const used = learners.filter(({ model }) => models.includes(model)).map((each) => (each.model === 'k_nearest' ? { ...each, mostRows: 100 } : each)); // prettier-ignore
  const { comparison } = await compareModels(table, labels, { seed: 1, goal: { by: 'cost', missed: 10, falseAlarm: 1 }, testFolds: 3, tune: false, importanceRows: 100, learners: used, repeats }); // prettier-ignore
  const served = { model: { parameters: histogramBoosting.candidates[2]!.parameters }, brier: { raw: 0.2, calibrated: 0.1 } }; // prettier-ignore
  return comparisonDocuments({ comparison, target: 'no order within 90 days', rows, ...served }, stamp);
}

it('keeps each model on both splits as the contract says it, the split to believe first and its best by PR-AUC', async () => {
  const { models: compared, figures } = await documentsOf(true);
  compared.forEach((each) => expect([each.model, Value.Check(ChurnModel, each)]).toEqual([each.model, true]));
  figures.forEach((each) => expect([figureId(each), Value.Check(ChurnFigure, each)]).toEqual([figureId(each), true]));
  expect(compared).toHaveLength(12);
  expect(compared.map(({ place }) => place)).toEqual(Array.from(compared.keys()));
  expect(compared.map(({ split, believed }) => `${split} ${believed}`)).toEqual([
    ...Array<string>(6).fill('grouped true'),
    ...Array<string>(6).fill('random false'),
  ]);
  for (const split of ['random', 'grouped']) {
    const scores = compared.filter((each) => each.split === split).map(({ pr_auc }) => pr_auc);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(compared.filter((each) => each.split === split && each.best)).toHaveLength(1);
  }
  expect(compared[0]!.threshold_by).toBe('cost:10:1');
  expect(compared[0]!.why).toContain('480 of all rows repeat others');
  expect(compared.at(-1)!.why).toMatch(/^Do not believe it/);
});

it('has a point, a bar and a row for every picture, each under an id of its own, and curves of bounded length', async () => {
  const { models: compared, figures } = await documentsOf(false);
  expect(new Set(figures.map(figureId)).size).toBe(figures.length);
  expect(new Set(compared.map(({ split }) => split))).toEqual(new Set(['random']));
  const of = (kind: string, model: string): ChurnFigure[] => figures.filter((each) => each.kind === kind && each.model === model); // prettier-ignore
  for (const { model, confusion, report } of compared) {
    expect(of('roc', model).length).toBeLessThanOrEqual(100);
    expect([of('roc', model)[0], of('roc', model).at(-1)]).toMatchObject([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]);
    expect(of('precision_recall', model).at(-1)!.x).toBe(1);
    for (const kind of ['calibration', 'calibration_after']) {
      expect(of(kind, model).reduce((sum, { rows }) => sum + rows!, 0)).toBe(240);
    }
    expect(of('confusion', model)[0]).toMatchObject({ actual: 'left', said_leaves: confusion.true_positives });
    expect(of('report', model)[0]).toMatchObject({
      actual: 'leaves',
      f1: report.leaves.f1,
      rows: report.leaves.support,
    });
  }
  expect(of('importance', 'logistic_regression').map(({ column }) => column)).toEqual(['tenure', 'hours']);
  expect(of('importance', 'logistic_regression')[0]!.drop).toBeGreaterThan(0.2);
  // Asking it costs more than training it.
  expect(of('importance', 'k_nearest')).toEqual([]);
});

it('says of a large table how many customers the rows were drawn from', async () => {
  const why = async (of: number): Promise<string> => (await documentsOf(false, { learnt: 240, of })).models[0]!.why;
  expect(await why(1_000_000)).toContain('drawn from 240 of 1,000,000 customers');
  expect(await why(240)).not.toContain('drawn from');
});

it('says which setting each part took, which one is served, and of how many customers each model learnt', async () => {
  const { models: compared } = await documentsOf(false);
  const of = (model: string): ChurnModel => compared.find((each) => each.model === model)!;
  expect(of('histogram_boosting')).toMatchObject({
    in_service: true,
    settings: Array<string>(3).fill('trees=100 leaves=15 learningRate=0.08 leastRows=20'),
    served_setting: 'trees=100 leaves=8 learningRate=0.1 leastRows=20',
    served_brier: { raw: 0.2, calibrated: 0.1 },
    learnt_rows: 160,
  });
  expect(of('k_nearest')).toMatchObject({ in_service: false, learnt_rows: 100 });
  expect(of('soft_vote').learnt_rows).toBeUndefined();
  expect(compared.filter(({ served_setting }) => served_setting)).toHaveLength(1);
});
