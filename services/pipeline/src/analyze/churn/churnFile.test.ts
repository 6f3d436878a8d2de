import { Random, histogramBoosting, tableOf, unpackNodes } from '@spendscope/analytics';
import { type ModelFile, modelSchemaId } from '@spendscope/contracts';
import { churnFileVersion, readChurnFile } from '@spendscope/scoring';
import { fitChurn, scoreChurn } from './churnModel';

const random = new Random(5);
const rows = 600;
const tenure = Float64Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? NaN : 40 * random.next()));
const table = tableOf([
  { name: 'tenure_months', kind: 'number', values: tenure },
  { name: 'payment', kind: 'category', values: Array.from(tenure, () => ['card', 'cash', null][random.int(3)]!) },
]);
const labels = Int8Array.from(tenure, (months) => (random.chance(Number.isNaN(months) ? 0.5 : months < 10 ? 0.7 : 0.1) ? 1 : 0)); // prettier-ignore
const form = { $schema: modelSchemaId, format: 'spendscope-churn', version: churnFileVersion, threshold: { threshold: 0.4 } }; // prettier-ignore

it('scores as the model did before it was written to a file', () => {
  const { parameters } = histogramBoosting.candidates[0];
  const fitted = fitChurn(table, labels, { parameters, calibration: { slope: -0.6, shift: 0.2 } });
  const { trees, ...rest } = fitted;
  const written = JSON.stringify({ ...form, ...rest, trees: { ...trees, nodes: unpackNodes(trees.nodes) } });
  const read = readChurnFile(JSON.parse(written) as ModelFile);
  expect(read.threshold).toBe(0.4);
  expect(scoreChurn(read.model, table).probability).toEqual(scoreChurn(fitted, table).probability);
});

it('refuses a file of another version', () => {
  expect(() => readChurnFile({ ...form, version: 1 } as never)).toThrow('This churn model is of another version.');
});
