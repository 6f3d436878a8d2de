import { drawLearntRows } from './learntRows';

const labels = Int8Array.from({ length: 9_000 }, (_, row) => (row % 10 === 0 ? 1 : 0));

it('takes all rows where they are few', () => {
  expect(drawLearntRows(labels, 1, 9_000)).toEqual(Int32Array.from(labels.keys()));
});

it('draws so many of a large table, each once, in ascending order, and keeps the share of both kinds', () => {
  const rows = drawLearntRows(labels, 1, 2_000);
  expect(rows.length).toBe(2_000);
  expect(rows).toEqual(Int32Array.from(new Set(rows)).sort());
  expect(rows.filter((row) => labels[row] === 1).length).toBe(200);
  expect(rows.some((row) => row > 8_000)).toBe(true);
});

it('draws the same rows for the same seed, others for another', () => {
  expect(drawLearntRows(labels, 1, 2_000)).toEqual(drawLearntRows(labels, 1, 2_000));
  expect(drawLearntRows(labels, 2, 2_000)).not.toEqual(drawLearntRows(labels, 1, 2_000));
});
