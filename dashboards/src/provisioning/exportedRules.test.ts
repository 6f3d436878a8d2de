import { readFileSync } from 'node:fs';
import path from 'node:path';
import { anomalyThreshold } from '@spendscope/contracts';
import { parse } from 'yaml';
import type { ProvisionedRule } from '../testing/grafanaFires';
import { exportedRules } from './exportedRules';

const root = path.resolve(__dirname, '../../..');
const rulesOf = (text: string): ProvisionedRule[] => (parse(text) as { groups: [{ rules: ProvisionedRule[] }] }).groups[0].rules; // prettier-ignore

it('is what is provisioned where the threshold is the product’s', () => {
  const files = exportedRules(anomalyThreshold);
  expect(rulesOf(files['rules.yaml']!)).toEqual(rulesOf(readFileSync(path.join(root, 'provisioning/alerting/rules.yaml'), 'utf8'))); // prettier-ignore
  for (const [name, text] of Object.entries(files).filter(([file]) => file.endsWith('.json'))) {
    expect(text).toBe(readFileSync(path.join(root, 'deploy/watcher', name), 'utf8'));
  }
  expect(Object.keys(files)).toHaveLength(5);
});

it('asks for another threshold in both rules on the mean, in their words too', () => {
  const files = exportedRules(0.65);
  const [overall, customer, ...others] = rulesOf(files['rules.yaml']!);
  expect([overall, customer].map((rule) => [rule!.title, rule!.data.at(-1)!.model.expression])).toEqual([
    ['Average anomalyScore over 5 minutes above 0.65', '$mean > 0.65 && $documents >= 5'],
    ['Average anomalyScore of one customer over 5 minutes above 0.65', '$mean > 0.65 && $documents >= 5'],
  ]);
  expect(others).toEqual(rulesOf(exportedRules(0.8)['rules.yaml']!).slice(2));
  expect(files['anomaly-average-score.json']).toContain('"value": 0.65');
});
