import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { segmentsFrame } from '../../shared/segments/segmentsFixture';
import { preparePersonaCards } from './preparePersonaCards';
import type { PersonasView } from './types';

function viewFrom(...frames: DataFrame[]): PersonasView {
  const prepared = preparePersonaCards(frames);
  if (prepared.kind !== 'view') {
    throw new Error(`expected a view, got ${prepared.kind}`);
  }
  return prepared.view;
}

describe('preparePersonaCards', () => {
  it('makes a card per segment, by rank, with ratios to the population', () => {
    const view = viewFrom(
      segmentsFrame([
        { cluster: 1, rank: 2, name: 'Core loyal', size: 300, churn_rate: 0.1 },
        { cluster: 0, rank: 1, size: 100, churn_rate: 0.5 },
      ])
    );
    expect(view.customers).toBe(400);
    expect(view.cards.map(({ rank, name }) => [rank, name])).toEqual([
      [1, 'High risk of leaving'],
      [2, 'Core loyal'],
    ]);
    expect(view.cards[0]!.baselines[0]).toEqual({ key: 'recency', value: 72, population: 120, ratio: 0.6 });
    expect(view.cards[0]!.churn.population).toBeCloseTo((100 * 0.5 + 300 * 0.1) / 400, 12);
  });

  it('takes the unit of money from the field', () => {
    const frame = segmentsFrame([{}]);
    frame.fields.find(({ name }) => name === 'means.monetary')!.config = { unit: 'currencyKRW', decimals: 1 };
    expect(viewFrom(frame).money).toEqual({ unit: 'currencyKRW', decimals: 1 });
  });

  it('gets along with a part of the columns', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'cluster', type: FieldType.number, values: [0, 1] },
        { name: 'name', type: FieldType.string, values: ['A', 'B'] },
        { name: 'size', type: FieldType.number, values: [30, 10] },
      ],
    });
    const { cards } = viewFrom(frame);
    expect(cards.map(({ rank, share }) => [rank, share])).toEqual([
      [1, 0.75],
      [2, 0.25],
    ]);
    expect(cards[0]!.churn.rate).toBeNaN();
    expect(cards[0]!.baselines[0]!.ratio).toBeNaN();
    expect(cards[0]!.strategies).toEqual([]);
  });

  it('is empty without rows, and misconfigured without the columns', () => {
    expect(preparePersonaCards([])).toEqual({ kind: 'empty' });
    expect(preparePersonaCards([segmentsFrame([])])).toEqual({ kind: 'empty' });
    const other = toDataFrame({ fields: [{ name: 'amount', type: FieldType.number, values: [1] }] });
    expect(preparePersonaCards([other])).toEqual({ kind: 'misconfigured', columns: ['amount'] });
  });
});
