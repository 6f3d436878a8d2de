import { fitStack, predictStack } from '../ensembles/stacking';
import { hardVote, softVote } from '../ensembles/voting';
import { type Table, tableOf } from '../preprocessing/table';
import { Random } from '../random';
import { compareModels } from './compareModels';
import { learners } from './learners';

const fast = learners.filter(({ model }) => ['logistic_regression', 'histogram_boosting', 'extra_trees'].includes(model)); // prettier-ignore

/** Customers whose answer has nothing to do with what is known of them, each there twice: only memory can be right. */
function memorable(): { table: Table; labels: Int8Array } {
  const random = new Random(9);
  const n = 300;
  const column = (name: string, shift: number): Table['columns'][number] => {
    const values = Array.from({ length: n }, () => Math.round(1_000 * random.next()));
    return { name, kind: 'number', values: Float64Array.from([...values, ...values.map((x) => x + shift)]) };
  };
  const y = Array.from({ length: n }, () => (random.chance(0.4) ? 1 : 0));
  return { table: tableOf([column('a', 1), column('b', 2), column('c', 0), column('d', 5)]), labels: Int8Array.from([...y, ...y]) }; // prettier-ignore
}

describe('compareModels', () => {
  it('shows memory on the random split, chance with repeats kept together, and says which to believe', async () => {
    const { table, labels } = memorable();
    const { comparison, groups } = await compareModels(table, labels, { seed: 1, goal: { by: 'f1' }, testFolds: 3, learners: fast, tune: false }); // prettier-ignore
    expect(comparison.believe).toBe('grouped');
    expect(comparison.repeats.groupCount).toBeLessThan(310);
    expect(groups).toHaveLength(600);
    const auc = (split: 'random' | 'grouped', model: string): number => comparison.splits[split]!.find((figures) => figures.model === model)!.metrics.rocAuc.mean; // prettier-ignore
    expect(auc('random', 'extra_trees')).toBeGreaterThan(0.85);
    expect(auc('grouped', 'extra_trees')).toBeLessThan(0.6);
    expect(comparison.splits.grouped!.map(({ model }) => model)).toEqual(['logistic_regression', 'extra_trees', 'histogram_boosting', 'soft_vote', 'hard_vote', 'stacking']); // prettier-ignore
  }, 60_000);

  it('tests each row once, is the same each time, and fits into JSON', async () => {
    const { table, labels } = memorable();
    const options = { seed: 2, goal: { by: 'recall', floor: 0.7 }, testFolds: 3, learners: fast.slice(0, 1) } as const;
    const first = await compareModels(table, labels, options);
    const { confusion: counts, report } = first.comparison.splits.random[0]!;
    expect(counts.trueNegatives + counts.falsePositives + counts.falseNegatives + counts.truePositives).toBe(600);
    expect(report.macro.support).toBe(600);
    expect(JSON.parse(JSON.stringify(first.comparison))).toEqual(first.comparison);
    expect(await compareModels(table, labels, options)).toEqual(first);
  }, 60_000);

  it('stops where the caller says so, and refuses one class', async () => {
    const { table, labels } = memorable();
    const stop = (): void => {
      throw new Error('stopped');
    };
    await expect(compareModels(table, labels, { seed: 1, goal: { by: 'f1' }, learners: fast, onStep: stop })).rejects.toThrow('stopped'); // prettier-ignore
    await expect(compareModels(table, new Int8Array(600), { seed: 1, goal: { by: 'f1' } })).rejects.toThrow('both classes'); // prettier-ignore
  });
});

describe('votes and stacks', () => {
  const predictions = [Float64Array.of(0.9, 0.2, 0.6), Float64Array.of(0.7, 0.4, 0.2)];

  it('average probabilities, or count heads', () => {
    expect(Array.from(softVote(predictions), (p) => p.toFixed(12))).toEqual(['0.800000000000', '0.300000000000', '0.400000000000']); // prettier-ignore
    expect(Array.from(hardVote(predictions))).toEqual([1, 0, 0.5]);
    expect(() => softVote([])).toThrow('at least one model');
  });

  it('learn whom to trust', () => {
    const random = new Random(1);
    const labels = Int8Array.from({ length: 400 }, () => random.int(2));
    const good = Float64Array.from(labels, (label) => 0.5 + (label - 0.5) * 0.8 * random.next() + 0.1 * (random.next() - 0.5)); // prettier-ignore
    const noise = Float64Array.from(labels, () => random.next());
    const stack = fitStack([good, noise], labels);
    expect(stack.coefficients[0]!).toBeGreaterThan(10 * Math.abs(stack.coefficients[1]!));
    expect(predictStack(stack, [good, noise]).filter((p, i) => p >= 0.5 === (labels[i] === 1)).length).toBeGreaterThan(330); // prettier-ignore
  });
});
