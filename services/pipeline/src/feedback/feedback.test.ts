import { type JudgedVotes, detectorWeights } from './detectorWeights';
import { loweredBy } from './labelledPatterns';
import { suppressedUntil } from './readSuppressions';
import { type Verdict, verdictsOf } from './readVerdicts';

const judged = (n: number, verdict: Verdict, ...votes: boolean[]): JudgedVotes[] =>
  Array.from({ length: n }, () => ({ verdict, votes }));

describe('the weight of a detector', () => {
  it('is 1 where labels are few or of one kind', () => {
    expect(detectorWeights(judged(9, 'false_positive', true, false), 2)).toEqual([1, 1]);
    expect(detectorWeights(judged(500, 'false_positive', true, false), 2)).toEqual([1, 1]);
  });

  it('falls with the share of its alarms that were none, drawn towards all detectors together', () => {
    const labels = [...judged(30, 'true_positive', false, true), ...judged(30, 'false_positive', true, false)];
    const [blamed, praised] = detectorWeights(labels, 2) as [number, number];
    // (0 + 20 · ½) ÷ 50 = 0.2 beside (30 + 20 · ½) ÷ 50 = 0.8, over their mean.
    expect(blamed).toBeCloseTo(0.4);
    expect(praised).toBeCloseTo(1.6);
    const [little] = detectorWeights([...labels.slice(25, 35)], 2);
    expect(little).toBeGreaterThan(blamed);
    expect(little).toBeLessThan(1);
  });
});

describe('a labelled pattern', () => {
  const patterns = [{ features: [0, 0], verdict: 'false_positive' as const }];

  it('lowers what is like it, and nothing that is far from it', () => {
    const labelled = { scale: [1, 10], patterns };
    expect(loweredBy([0, 0], labelled)).toBeCloseTo(0.1);
    expect(loweredBy([0, 10], labelled)).toBeCloseTo((0.5 * Math.exp(-1)) / (4 + Math.exp(-1)));
    expect(loweredBy([5, 0], labelled)).toBeLessThan(1e-9);
  });

  it('never lowers by more than half', () => {
    const many = Array.from({ length: 10_000 }, () => patterns[0]!);
    expect(loweredBy([0, 0], { scale: [1, 1], patterns: many })).toBeLessThan(0.5);
    expect(loweredBy([0, 0], { scale: [1, 1], patterns: many })).toBeGreaterThan(0.49);
  });
});

it('takes the verdict of most people, and none where they are undecided or unsure', () => {
  const labels = [
    ['a', 'true_positive'],
    ['a', 'false_positive'],
    ['a', 'false_positive'],
    ['b', 'true_positive'],
    ['b', 'false_positive'],
    ['c', 'unsure'],
    ['d', 'true_positive'],
    ['d', 'unsure'],
  ] as const;
  const verdicts = verdictsOf(labels.map(([anomaly_id, label]) => ({ anomaly_id, label })));
  expect([...verdicts]).toEqual([
    ['a', 'false_positive'],
    ['d', 'true_positive'],
  ]);
});

it('suppresses the account or the one transaction that was named, until the last of its suppressions ends', () => {
  const suppressed = [
    { type: 'account', id: 'C-1', until: '2026-03-02T00:00:00.000Z' },
    { type: 'account', id: 'C-1', until: '2026-03-03T00:00:00.000Z' },
    { type: 'transaction', id: 'T-9', until: '2026-03-04T00:00:00.000Z' },
  ] as const;
  const until = (user_id: string, transaction_id: string, at: string): string | undefined =>
    suppressedUntil(suppressed, { user_id, transaction_id }, new Date(at));
  expect(until('C-1', 'T-1', '2026-03-01')).toBe('2026-03-03T00:00:00.000Z');
  expect(until('C-1', 'T-1', '2026-03-03')).toBeUndefined();
  expect(until('C-2', 'T-9', '2026-03-01')).toBe('2026-03-04T00:00:00.000Z');
  expect(until('C-2', 'C-1', '2026-03-01')).toBeUndefined();
});
