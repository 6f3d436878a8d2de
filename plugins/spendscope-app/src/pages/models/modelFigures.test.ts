import { formatFigure, metricNamesOf } from './modelFigures';

const version = (metrics: Record<string, number>) => ({ card: { metrics } as never });

it('puts the figures of all versions side by side, each once', () => {
  expect(metricNamesOf([version({ roc_auc: 0.8, brier: 0.1 }), {}, version({ brier: 0.2, rows: 3 })])).toEqual([
    'roc_auc',
    'brier',
    'rows',
  ]);
});

it('writes counts whole and shares to three places', () => {
  expect([9_500, 0.83219, 0, undefined].map(formatFigure)).toEqual(['9,500', '0.832', '0', '–']);
});
