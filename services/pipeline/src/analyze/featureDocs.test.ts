import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indices } from '@spendscope/contracts';
import { sourceFolder } from '../sourceFolder';
import { churnNumbers } from './churn/churnFeatures';
import { transactionFeatureNames } from './detect/transactionFeatures';

const text = readFileSync(join(sourceFolder, '../../../docs/features.md'), 'utf8');

/** The cells of the entries under a heading, by feature. */
function entriesOf(heading: string): Map<string, string[]> {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading))!;
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const [feature, ...cells] = row.split('|').slice(1, -1).map((cell) => cell.trim()); // prettier-ignore
      return [feature!.replaceAll('`', ''), cells];
    })
  );
}

it.each<[string, readonly string[]]>([
  ['Of customers', Object.keys(indices.customers.fields.features)],
  ['Recency, frequency', ['recency', 'frequency', 'monetary']],
  ['Of transactions', transactionFeatureNames],
])('%s: every feature has its definition, unit, window, null rule and word on outliers', (heading, features) => {
  const entries = entriesOf(heading);
  expect([...entries.keys()]).toEqual(features);
  entries.forEach((cells, feature) => {
    expect([feature, cells.length, cells.filter((cell) => cell.length < 2)]).toEqual([feature, 5, []]);
  });
});

it('says which of them churn is not learnt from: those of the behaviour log', () => {
  const unread = Object.keys(indices.customers.fields.features).filter((name) => !churnNumbers.includes(name));
  expect(unread.filter((name) => name !== 'actions_30d' && !name.startsWith('action_'))).toEqual([]);
  expect(unread.length).toBeGreaterThan(1);
  expect(text).toContain('(not from the `action_` shares and');
});
