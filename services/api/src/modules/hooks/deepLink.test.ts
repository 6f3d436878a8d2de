import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deepLink, reviewedDashboard } from './deepLink';

const file = join(__dirname, '../../../../../dashboards', `${reviewedDashboard.uid}.json`);

it('links to a dashboard that is there, by a variable that it has', () => {
  const board = JSON.parse(readFileSync(file, 'utf8'));
  expect(board.uid).toBe(reviewedDashboard.uid);
  expect(board.templating.list.map((variable: { name: string }) => variable.name)).toContain(
    reviewedDashboard.userVariable
  );
  expect(deepLink({ startsAt: '1970-01-01T01:00:00Z' })).toBe('/d/anomaly-operations?from=0&to=4500000');
});
