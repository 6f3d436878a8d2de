import type { Label, LabelEntry } from '@spendscope/contracts';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { actionList, anomalyRow } from '../../testing/anomalyFixtures';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { AnomalyWorkbench } from '../anomalies/AnomalyWorkbench';

const rows = [anomalyRow(), anomalyRow({ id: 't2', customer: 'C-M42T9D', transactionId: 't2', score: 0.85 })];

const labelled = (label: Label['label'], login = 'lee'): LabelEntry => ({
  id: 'l1',
  label: {
    anomaly_id: 't1',
    user_id: 'C-7F3K2Q',
    label,
    by: { sub: 'user:1', login, type: 'user', role: 'Admin' },
    at: '2026-11-25T10:00:00Z',
  },
});

const setUp = (own: Record<string, Handler> = {}): ReturnType<typeof fakeApi> => {
  const api = fakeApi({
    'GET actions': () => actionList(['interventions:create', 'labels:write']),
    'POST states/query': () => ({ states: [], asOf: '' }),
    'GET labels': () => ({ items: [], total: 0 }),
    ...own,
  });
  render(
    <AnomalyWorkbench
      label="Anomalies"
      summary="2 transactions"
      rows={rows}
      status={{ kind: 'ready' }}
      language="en-US"
      timeZone="utc"
    />
  );
  return api;
};

beforeAll(giveLayout);

describe('labels in the anomaly table', () => {
  it('gives a verdict from the row’s menu, says so, and shows it', async () => {
    let items: LabelEntry[] = [];
    const api = setUp({
      'GET labels': () => ({ items, total: items.length }),
      'POST labels': () => {
        items = [labelled('false_positive')];
        return items[0];
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Label C-7F3K2Q' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /False positive/ }));
    expect(await screen.findByRole('button', { name: 'Label C-7F3K2Q: False positive' })).toBeInTheDocument();
    expect(screen.getByText('C-7F3K2Q: False positive').closest('[role="status"]')).not.toBeNull();
    expect(api.callsOf('POST labels')[0]?.data).toEqual({
      anomalyId: 't1',
      user: 'C-7F3K2Q',
      label: 'false_positive',
    });
  });

  it('takes t and f as keys, and stays one tab stop', async () => {
    const api = setUp({ 'POST labels': () => labelled('true_positive') });
    await screen.findByRole('button', { name: 'Label C-7F3K2Q' });
    const grid = screen.getByRole('grid', { name: 'Anomalies' });
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    act(() => grid.querySelector<HTMLElement>('[data-cell="1:2"]')!.focus());
    await userEvent.keyboard('t');
    await waitFor(() =>
      expect(api.callsOf('POST labels')[0]?.data).toMatchObject({ anomalyId: 't2', label: 'true_positive' })
    );
  });

  it('says why a label was not stored', async () => {
    setUp({
      'POST labels': () => {
        throw new ApiFailure(503, { detail: 'The audit store is away.' });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Label C-7F3K2Q' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Unsure/ }));
    expect(await screen.findByText('The label was not stored: The audit store is away.')).toBeInTheDocument();
  });

  it('suppresses the row’s customer for a time and a reason', async () => {
    const api = setUp({
      'POST suppressions': () => ({
        id: 's1',
        suppression: {
          target: { type: 'account', id: 'C-7F3K2Q' },
          scope: 'all',
          reason_code: 'other',
          by: labelled('unsure').label.by,
          at: '2026-11-25T10:00:00Z',
          until: '2026-12-02T10:00:00Z',
        },
      }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Label C-7F3K2Q' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Suppress this customer/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Suppress for 7 days' }));
    expect(await screen.findByText('Choose a reason.')).toBeInTheDocument();
    expect(api.callsOf('POST suppressions')).toEqual([]);
    await userEvent.click(screen.getByRole('combobox', { name: /Reason/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Account takeover' }));
    await userEvent.click(screen.getByRole('radio', { name: '30 d' }));
    await userEvent.click(screen.getByRole('button', { name: 'Suppress for 30 days' }));
    await waitFor(() =>
      expect(api.callsOf('POST suppressions')[0]?.data).toEqual({
        target: { type: 'account', id: 'C-7F3K2Q' },
        reasonCode: 'account_takeover',
        days: 30,
      })
    );
    expect(await screen.findByText('C-7F3K2Q is suppressed')).toBeInTheDocument();
  });

  it('shows others’ verdicts without a menu to who may not label', async () => {
    setUp({
      'GET actions': () => actionList(['interventions:create']),
      'GET labels': () => ({ items: [labelled('true_positive', 'kim')], total: 1 }),
    });
    expect(await screen.findByLabelText('True positive')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Label/ })).not.toBeInTheDocument();
  });
});
