import { Random, rocAuc } from '@spendscope/analytics';
import { trialFigures } from './trialFigures';

/** 900 rows in three groups; the candidate is the better one but in group b, and c has too few. */
function world() {
  const random = new Random(4);
  const labels = Int8Array.from({ length: 900 }, () => (random.chance(0.4) ? 1 : 0));
  const group = Array.from(labels, (_, row) => (row < 500 ? 'a' : row < 800 ? 'b' : row < 890 ? 'c' : null));
  const scores = (signal: (row: number) => number): Float64Array =>
    Float64Array.from(labels, (label, row) => 1 / (1 + Math.exp(-signal(row) * (label - 0.5) - random.normal())));
  const live = scores(() => 1);
  const candidate = scores((row) => (group[row] === 'b' ? -1 : 3));
  return { labels, live, candidate, groups: { grade: group }, probabilities: true };
}

it('judges both on the same rows, group by group, the worst first, and names the groups that are too small', () => {
  const tried = world();
  const { rows, difference, segments, left_out: leftOut, ...found } = trialFigures(tried);
  expect(rows).toBe(900);
  expect(found.candidate_figures!.roc_auc).toBeCloseTo(rocAuc(tried.candidate, tried.labels), 12);
  expect(difference!.difference).toBeCloseTo(found.candidate_figures!.roc_auc - found.live_figures!.roc_auc, 12);
  expect(segments.map(({ value, rows: n }) => [value, n])).toEqual([['b', 300], ['a', 500]]); // prettier-ignore
  const [worst, best] = segments;
  const ofB = [...tried.labels.keys()].filter((row) => tried.groups.grade[row] === 'b');
  expect(worst!.live).toBeCloseTo(rocAuc(ofB.map((row) => tried.live[row]!), ofB.map((row) => tried.labels[row]!)), 12); // prettier-ignore
  expect(worst!.difference).toBeLessThan(0);
  expect(best!.difference).toBeGreaterThan(0);
  expect(leftOut).toEqual([{ trait: 'grade', value: 'c', rows: 90, positives: expect.any(Number) as number }]);
});

it('judges nothing where there are too few rows, and the candidate alone where nothing is live', () => {
  const { labels, candidate, live } = world();
  const few = { labels: labels.slice(0, 150), candidate: candidate.slice(0, 150), live: live.slice(0, 150) };
  expect(trialFigures({ ...few, groups: {}, probabilities: true })).toEqual({ rows: 150, positives: expect.any(Number) as number, segments: [], left_out: [] }); // prettier-ignore
  const alone = trialFigures({ labels, candidate, groups: {}, probabilities: false });
  expect(alone.candidate_figures).toEqual({ roc_auc: expect.any(Number), pr_auc: expect.any(Number) });
  expect(alone.live_figures).toBeUndefined();
});
