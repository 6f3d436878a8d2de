import type { ThresholdFinding, ThresholdFindings } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { saveFile } from '../../shared/data/saveFile';
import { fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { ThresholdsPage } from './ThresholdsPage';
import { suggestThreshold } from './suggest';

const finding = (threshold: number, perDay: number, more: Partial<ThresholdFinding> = {}): ThresholdFinding => ({
  ...{ threshold, anomalies: perDay * 30, customers: perDay * 10, perDay },
  judged: { truePositive: 0, falsePositive: 0, unsure: 0 },
  alert: { fired: 3, minutes: 14 },
  customerAlerts: { fired: 2, customers: 1 },
  ...more,
});
const findings: ThresholdFindings = {
  ...{ from: '2026-10-01T00:00:00Z', to: '2026-10-31T00:00:00Z', stored: 6_000 },
  items: [
    finding(0.5, 200),
    finding(0.8, 40, {
      judged: { truePositive: 3, falsePositive: 1, unsure: 2 },
      precision: { value: 0.75, low: 0.3, high: 0.954 },
    }),
    finding(0.9, 8),
  ],
};

jest.mock('../../shared/data/saveFile');

beforeAll(giveLayout);
const lookBack = async (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Look back' }));

it('asks for the days, shows work, precision and alerts, and marks what fits the day', async () => {
  const api = fakeApi({ 'POST simulations/thresholds': () => findings });
  render(<ThresholdsPage />);
  await userEvent.click(screen.getByRole('radio', { name: '90' }));
  await lookBack();
  const rows = within(await screen.findByRole('table', { name: 'What each threshold would have meant' })).getAllByRole(
    'row'
  );
  expect(rows[1]).toHaveTextContent(/0\.50.*200.*none judged.*3 in 14 min.*2 for 1/);
  expect(rows[2]).toHaveTextContent(/0\.80.*alert rules now.*fits the day.*40.*75%.*4 judged/);
  expect(api.callsOf('POST simulations/thresholds')[0]?.data).toEqual({
    ...{ days: 90, minutes: 5, atLeast: 5 },
    thresholds: [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95],
  });
});

it('forgets an answer that was to another question', async () => {
  fakeApi({ 'POST simulations/thresholds': () => findings });
  render(<ThresholdsPage />);
  await lookBack();
  await screen.findByRole('table');
  await userEvent.click(screen.getByRole('radio', { name: '7' }));
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('says what the API refuses', async () => {
  fakeApi({
    'POST simulations/thresholds': () => {
      throw Object.assign(new Error('x'), { status: 422, data: { status: 422, code: 'too_much_to_look_back_on', title: 'Too much', detail: 'Ask for fewer days.', requestId: 'r' } }); // prettier-ignore
    },
  });
  render(<ThresholdsPage />);
  await lookBack();
  expect(await screen.findByText(/Ask for fewer days/)).toBeVisible();
});

it('exports rules with the threshold that was chosen', async () => {
  fakeApi({});
  const saved: [string, string][] = [];
  jest.mocked(saveFile).mockImplementation((name, content) => void saved.push([name, String(content)]));
  render(<ThresholdsPage />);
  const field = screen.getByRole('spinbutton', { name: /Alert above/ });
  expect(field).toHaveValue(0.8);
  await userEvent.clear(field);
  await userEvent.type(field, '0.65');
  await userEvent.click(screen.getByRole('button', { name: /Rules for Grafana/ }));
  await waitFor(() => expect(saved.map(([name]) => name)).toEqual(['rules.yaml']));
  expect(saved[0]![1]).toContain('$mean > 0.65');
  await userEvent.click(screen.getByRole('button', { name: /Watches/ }));
  await waitFor(() => expect(saved).toHaveLength(5));
});

it('suggests the lowest threshold whose work fits, and none where nothing does', () => {
  expect([500, 40, 39, 7].map((work) => suggestThreshold(findings.items, work))).toEqual([0.5, 0.8, 0.9, undefined]);
});
