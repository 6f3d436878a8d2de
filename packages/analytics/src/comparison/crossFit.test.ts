import { stratifiedFolds } from '../evaluation/folds';
import { tableOf } from '../preprocessing/table';
import { Random } from '../random';
import { fitHistogramBoosting, predictBoosted } from '../trees/histogramBoosting';
import { chooseByFold, choiceFitsOf, crossFit, fitsOf } from './crossFit';
import type { Candidate, LabelledTable, Learner } from './learner';
import { histogramBoosting } from './learners';

/** Customers who leave where one of two columns is high, but not both: one cut cannot tell. */
function eitherOr(rows: number): LabelledTable {
  const random = new Random(3);
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: rows }, () => random.next())) as [Float64Array, Float64Array]; // prettier-ignore
  const labels = Int8Array.from(a, (x, row) => (random.chance(x > 0.5 !== b[row]! > 0.5 ? 0.9 : 0.1) ? 1 : 0));
  return { table: tableOf([{ name: 'a', kind: 'number', values: a }, { name: 'b', kind: 'number', values: b }]), labels }; // prettier-ignore
}

const boosting = (leaves: number): Candidate<{ leaves: number }> => ({
  parameters: { leaves },
  fit: (m, labels) => {
    const model = fitHistogramBoosting(m, labels, { leaves, trees: 20 });
    return (rows) => predictBoosted(model, rows);
  },
});

const data = eitherOr(600);
const folds = stratifiedFolds(data.labels, 3, 1);
const task = { data, folds, seed: 1, onFit: (): void => undefined };

it('takes another setting than the first where it is better out of fold, in each fold and over all', async () => {
  // With two leaves trees add up and never join the columns.
  const learner: Learner<{ leaves: number }> = { ...histogramBoosting, candidates: [boosting(2), boosting(8)] };
  const { byFold, overall } = await chooseByFold(learner, task);
  expect(byFold.map(({ candidate }) => candidate.parameters.leaves)).toEqual([8, 8, 8]);
  expect(overall.parameters).toEqual({ leaves: 8 });
  const other = await chooseByFold({ ...learner, candidates: [boosting(8), boosting(2)] }, task);
  expect(other.overall.parameters).toEqual({ leaves: 8 });
  expect((await crossFit(learner, task)).map(({ candidate }) => candidate.parameters)).toEqual(Array(3).fill({ leaves: 8 })); // prettier-ignore
});

it('asks only models that saw neither the row nor the test part', async () => {
  const seen: number[][] = [];
  const remembering: Candidate = {
    parameters: {},
    fit: (m) => {
      const known = new Set(Array.from({ length: m.rows }, (_, row) => m.data[row]!));
      return (rows) => {
        seen.push([Array.from({ length: rows.rows }, (_, row) => rows.data[row]!).filter((x) => known.has(x)).length, m.rows]); // prettier-ignore
        return new Float64Array(rows.rows).fill(0.5);
      };
    },
  };
  const numbered = tableOf([{ name: 'row', kind: 'number', values: Float64Array.from(data.labels.keys()) }]);
  let fits = 0;
  const learner: Learner = { ...histogramBoosting, candidates: [remembering] };
  await chooseByFold(learner, { ...task, data: { table: numbered, labels: data.labels }, onFit: () => void fits++ });
  expect(seen).toEqual(Array(6).fill([0, 200]));
  expect([fits, choiceFitsOf(learner, 3), fitsOf(learner, 3)]).toEqual([3, 3, 6]);
});
