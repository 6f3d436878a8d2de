import type { SegmentComparison } from '@spendscope/contracts';
import { segmentsFrame } from '../../shared/segments/segmentsFixture';
import { preparePersonaCards } from './preparePersonaCards';
import { trendText } from './trend';
import type { PersonaCard } from './types';

function card(size: number, churn_rate: number): PersonaCard {
  const prepared = preparePersonaCards([segmentsFrame([{ cluster: 2, size, churn_rate }])]);
  if (prepared.kind !== 'view') {
    throw new Error('expected cards');
  }
  return prepared.view.cards[0]!;
}
const before = (cluster: number, size: number, churn_rate: number): SegmentComparison =>
  ({ runId: 'new', with: 'old', segments: [{ cluster, size, churn_rate }] }) as unknown as SegmentComparison;

describe('trendText', () => {
  it('says how customers and churn changed, with sign and symbol', () => {
    expect(trendText(card(110, 0.2), before(2, 100, 0.25))).toBe(
      'Since the run before: ▲ +10.0 % (10) customers · churn ▼ −5.0 pts'
    );
    expect(trendText(card(80, 0.3), before(2, 100, 0.3))).toBe('Since the run before: ▼ −20.0 % (20) customers');
  });

  it('calls what hardly moved unchanged', () => {
    expect(trendText(card(1_001, 0.2), before(2, 1_000, 0.2))).toBe('Since the run before: customers unchanged');
  });

  it('says that a cluster is new, and nothing without an earlier run', () => {
    expect(trendText(card(80, 0.3), before(5, 100, 0.3))).toBe('New since the run before');
    expect(trendText(card(80, 0.3), undefined)).toBeUndefined();
  });
});
