import { preparePersonaCards } from '../../panels/persona-cards/preparePersonaCards';
import { segment } from '../../testing/segmentFixtures';
import { segmentsFrame } from './segmentsFrame';

const prepared = (money: Parameters<typeof segmentsFrame>[1]) => {
  const segments = [segment(), segment({ cluster: 1, name: 'Core loyal', rank: 1, churn_rate: 0.1, size: 300 })];
  const cards = preparePersonaCards([segmentsFrame(segments, money)]);
  return cards.kind === 'view' ? cards.view : undefined;
};

describe('segmentsFrame', () => {
  it('is read as the frame of a data source is: by rank, with figures, strategies and words in the user’s language', () => {
    const view = prepared({ unit: 'currencyKRW' })!;
    expect(view).toMatchObject({ runId: 'run-2', customers: 400, money: { unit: 'currencyKRW', name: undefined } });
    expect(view.cards.map(({ name, size }) => [name, size])).toEqual([
      ['Core loyal', 300],
      ['High risk of leaving', 100],
    ]);
    expect(view.cards[1]).toMatchObject({
      churn: { rate: 0.6, low: 0.55, high: 0.65, population: 0.225 },
      baselines: [{ value: 72, population: 120 }, { value: 13 }, { value: 4_700_000 }],
      strategies: [{ action: 'Win back' }],
    });
  });

  it('calls money what it is where the data has no spend', () => {
    expect(prepared({ name: 'Cashback' })?.money.name).toBeUndefined();
    expect(prepared({ unit: 'currencyKRW', name: 'Cashback' })?.money.name).toBe('Cashback');
  });
});
