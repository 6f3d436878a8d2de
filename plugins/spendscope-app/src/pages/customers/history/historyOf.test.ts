import type { AnomalyHit } from '@spendscope/contracts';
import { quarterName } from '../../../shared/customers/quarterName';
import { waitingLock } from '../../../testing/interventionFixtures';
import { historyOf } from './historyOf';

const hit = (id: string, timestamp: string, anomalyScore: number): AnomalyHit =>
  ({ id, anomaly: { timestamp, anomalyScore } }) as AnomalyHit;
const quarters = [
  { start: '2025-10-01', amount: 900 },
  { start: '2026-01-01', amount: -50 },
];

describe('historyOf', () => {
  it('puts quarters, scores and acts on one axis of time', () => {
    const act = waitingLock({ id: 'iv-1', requested_at: '2026-02-02T00:00:00Z' });
    const history = historyOf(quarters, [hit('a', '2026-02-01T10:00:00Z', 0.9)], [act], quarterName)!;
    expect([history.from, history.to]).toEqual([Date.UTC(2025, 9, 1), Date.UTC(2026, 3, 1)]);
    expect(history.quarters[1]).toMatchObject({ name: '2026 Q1', end: Date.UTC(2026, 3, 1), amount: -50 });
    expect([history.most, history.least]).toEqual([900, -50]);
    expect(history.scores).toEqual([{ id: 'a', time: Date.UTC(2026, 1, 1, 10), score: 0.9 }]);
    expect(history.acts).toMatchObject([{ id: 'iv-1', beyond: false }]);
  });

  it('does not let an act of today squeeze data that ended long ago', () => {
    const act = waitingLock({ requested_at: '2031-01-01T00:00:00Z' });
    const history = historyOf(quarters, [], [act], quarterName)!;
    expect(history.to).toBe(Date.UTC(2026, 3, 1));
    expect(history.acts[0]!.beyond).toBe(true);
  });

  it('shows acts alone where nothing else is dated, and nothing where nothing is', () => {
    const act = waitingLock({ requested_at: '2026-02-02T00:00:00Z' });
    expect(historyOf([], [], [act], quarterName)).toMatchObject({ acts: [{ beyond: false }], most: 0 });
    expect(historyOf([], [], [], quarterName)).toBeUndefined();
  });
});
