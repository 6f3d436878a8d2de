import { type Anomaly, anomalyReasonCodes } from '@spendscope/contracts';
import { languages } from '@spendscope/findings';
import { detectionQuality } from '../quality/detectionQuality';
import { suggestThresholds } from '../quality/suggestThresholds';
import { reasonSentence, reasonTitle } from '../words/anomalyWords';
import type { AnomalyReportData } from './anomalies/collectAnomalies';
import { anomalyPage } from './html/anomalies/anomalyPage';

const anomaly: Anomaly = {
  ...{ user_id: 'C-7F3K2Q', transaction_id: 'T<1>', anomalyScore: 0.9712, timestamp: '2026-02-28T18:03:20.000Z' },
  ...{ scored_at: '2026-03-01T00:00:00.000Z', features: [], prediction: 1, entity_type: 'transaction', run_id: 'r' },
  ...{ model: 'anomaly_detectors', model_version: 'ad-1', rawScore: 0.9, currency: 'KRW', amount: 2_500_000 },
  scores: { isolation_forest: 0.95, autoencoder: 0.62 },
  votes: ['isolation_forest'],
  reasons: ['impossible_travel', 'amount_high'],
  reason_details: [
    { feature: 'log_speed_kmh', value: 8_560, usual: 0, contribution: 0.5 },
    { feature: 'log_amount', value: 2_500_000, usual: 9_999, contribution: 0.2 },
  ],
  merchant: '<b>Shop</b>',
  country: 'DE',
};

const data: AnomalyReportData = {
  ...{ world: '<card>', currency: 'KRW', timeZone: 'Asia/Seoul', at: new Date('2026-03-01T10:00:00Z') },
  ...{ transactions: 10_000, anomalies: 100, customers: 71, detectors: ['isolation_forest', 'autoencoder'] },
  agreement: [
    { detectors: ['isolation_forest', 'autoencoder'], transactions: 60 },
    { detectors: ['isolation_forest'], transactions: 30 },
    { detectors: [], transactions: 10 },
  ],
  reasons: [{ code: 'impossible_travel', transactions: 40 }],
  topCustomers: [{ userId: 'C-7F3K2Q', anomalies: 9, highest: 0.9712, amount: 9_000_000 }],
  top: [anomaly],
  strangest: [
    {
      ...anomaly,
      ...{ entity_type: 'customer', transaction_id: undefined, user_id: 'C-WHOLE1', anomalyScore: 0.993 },
      reasons: ['strange_transactions'],
      reason_details: [{ feature: 'flagged', value: 7, usual: 0, contribution: 1 }],
    },
  ],
  hours: [{ type: 'purchase', hour: 3, anomalies: 60, transactions: 500 }],
};

const text = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

it('is one page that loads and runs nothing, with what came from the data escaped', () => {
  const page = anomalyPage(data, 'en');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|<object| style=| on[a-z]+=|https?:|url\(|@import/i);
  expect(page).toContain('&lt;b&gt;Shop&lt;/b&gt;, DE');
  expect(page).not.toMatch(/undefined|NaN|\[object/);
});

it('tells each high score with the detectors’ own, their votes, the local time and the reasons with values', () => {
  expect(text(anomalyPage(data, 'en'))).toContain(
    '1 0.971 0.95 0.62 1 of 2 2026-03-01 03:03:20 C-7F3K2Q T&lt;1&gt; 2,500,000 &lt;b&gt;Shop&lt;/b&gt;, DE ' +
      '8,560 km/h from the one before: faster than an airliner; high amount 2,500,000, usually 9,999'
  );
});

it('tells customers by their own score apart from those with many strange transactions', () => {
  expect(text(anomalyPage(data, 'en'))).toContain('1 0.993 C-WHOLE1 7 of the transactions are strange');
  expect(anomalyPage({ ...data, strangest: [] }, 'en')).not.toContain('strange as a whole');
});

it('counts by which detectors flag, also what none flags alone', () => {
  const page = text(anomalyPage(data, 'en'));
  expect(page).toContain('Isolation forest + Autoencoder 60 60.0 %');
  expect(page).toContain('no detector alone, only by all together 10 10.0 %');
});

it('says so where nothing is above the threshold', () => {
  const page = anomalyPage(
    { ...data, anomalies: 0, top: [], agreement: [], reasons: [], topCustomers: [], strangest: [] },
    'en'
  );
  expect(page).toContain('No transaction scores 0.8 or more.');
  expect(page).not.toContain('<table');
});

it.each(languages)('shows quality and thresholds where the truth is known, in %s', (language) => {
  const scores = Float32Array.from({ length: 200 }, (_, i) => i / 200);
  const kinds = Array.from(scores, (_, i) => (i % 50 === 49 ? 'velocity' : ''));
  const quality = {
    ...{ modelVersion: 'ad-1', world: 'card', transactions: 200, top: 100 },
    scores: { combined: detectionQuality(scores, { kinds, styles: kinds.map(() => 'loose') }, 100) } as never,
    thresholds: suggestThresholds(scores, Uint8Array.from(kinds, (kind) => (kind ? 1 : 0)), { missed: 100, falseAlarm: 5 }), // prettier-ignore
  };
  const page = anomalyPage({ ...data, quality }, language);
  expect([...page.matchAll(/<section id="(\w+)">/g)].map(([, id]) => id)).toEqual([
    ...['top', 'agreement', 'reasons', 'customers', 'strangest', 'hours', 'quality', 'thresholds'],
  ]);
  expect(text(page)).toContain('velocity 4');
  expect(page).not.toMatch(/undefined|NaN|\[object/);
});

it.each(languages)('has a name and a sentence for every reason that a detector may give, in %s', (language) => {
  for (const code of anomalyReasonCodes) {
    expect(reasonTitle(code, language)).not.toContain('_');
    const sentence = reasonSentence(code, { value: 12, usual: 3 }, language);
    expect(sentence).not.toContain('_');
    expect(sentence).not.toBe(code.replaceAll('_', ' '));
  }
  expect(reasonSentence('of_the_future', { value: 1 }, language)).toBe('of the future');
});
