import { Random, fitLearner, histogramBoosting, tableOf, takeRows } from '@spendscope/analytics';
import { fitChurn, scoreChurn } from './churnModel';

const random = new Random(5);
const rows = 600;
const tenure = Float64Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? NaN : 40 * random.next()));
const table = tableOf([
  { name: 'tenure_months', kind: 'number', values: tenure },
  { name: 'payment', kind: 'category', values: Array.from(tenure, () => ['card', 'cash', null][random.int(3)]!) },
]);
const labels = Int8Array.from(tenure, (months) => (random.chance(months < 10 ? 0.7 : 0.1) ? 1 : 0));
const learnt = Int32Array.from({ length: 400 }, (_, row) => row);
const tested = takeRows(
  table,
  Int32Array.from({ length: 200 }, (_, at) => 400 + at)
);

it.each(histogramBoosting.candidates)('serves what is compared, $parameters', (candidate) => {
  const calibration = { slope: -1, shift: 0 };
  const model = fitChurn(takeRows(table, learnt), labels.slice(0, 400), { parameters: candidate.parameters, calibration }); // prettier-ignore
  const compared = fitLearner(histogramBoosting, candidate, takeRows(table, learnt), labels.slice(0, 400), 1);
  expect(model.parameters).toBe(candidate.parameters);
  expect(scoreChurn(model, tested).raw).toEqual(compared(tested));
});

it('tells calibrated probabilities in the order of the raw ones', () => {
  const calibration = { slope: -0.5, shift: 0.3 };
  const { parameters } = histogramBoosting.candidates[0];
  const { raw, probability } = scoreChurn(fitChurn(table, labels, { parameters, calibration }), table);
  raw.forEach((p, row) => {
    const odds = 0.5 * Math.log(p / (1 - p)) - 0.3;
    expect(probability[row]).toBeCloseTo(1 / (1 + Math.exp(-odds)), 10);
  });
});

it('explains each row: base, parts and rest add up to the calibrated log-odds', () => {
  const { parameters } = histogramBoosting.candidates[1]!;
  const model = fitChurn(table, labels, { parameters, calibration: { slope: -0.6, shift: 0.2 } });
  const { probability, reasons } = scoreChurn(model, table);
  reasons.forEach(({ base, parts, rest }, row) => {
    const sum = parts.reduce((total, { contribution }) => total + contribution, base + rest);
    expect(sum).toBeCloseTo(Math.log(probability[row]! / (1 - probability[row]!)), 8);
    expect(parts.every(({ contribution }) => contribution > 0)).toBe(true);
  });
  // Everybody has the same base; it is where nothing is known.
  expect(new Set(reasons.map(({ base }) => base)).size).toBe(1);
  const complaint = reasons.find(({ parts }) => parts[0]?.code === 'tenure_months_low')!;
  expect(complaint.parts[0]).toMatchObject({ column: 'tenure_months', value: expect.any(Number) });
  expect(reasons.flatMap(({ parts }) => parts).filter(({ value }) => value === null).length).toBeGreaterThan(0);
  expect(reasons.flatMap(({ parts }) => parts).some(({ column, value }) => column === 'payment' && value === 'cash')).toBe(true); // prettier-ignore
});
