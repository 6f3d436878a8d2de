import { config } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { actionList, lockedState } from '../../testing/anomalyFixtures';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { waitingLock } from '../../testing/interventionFixtures';
import { CustomersPage } from './CustomersPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  PluginPage: ({ children }: { children: React.ReactNode }) => <main>{children}</main>,
  hasPermission: () => false,
}));

const token = 'C-7F3K2Q';
const profile = {
  token,
  customer: {
    user_id: token,
    run_id: 'run-2',
    as_of: '2026-11-20',
    created_at: '2026-11-20',
    world: 'card',
    churn_probability: 0.71,
    churn_reasons: ['recency_high'],
  },
  transactions: [],
  spending: { quarters: [], categories: [] },
  anomalies: [],
  interventions: [],
};

const open = (own: Record<string, Handler> = {}, rights = ['interventions:create', 'interventions:release']): void => {
  fakeApi({
    'GET actions': () => actionList(rights as never),
    [`GET customers/${token}`]: () => profile,
    'GET segments': () => ({ segments: [] }),
    'GET runs': () => ({ items: [], total: 0 }),
    'GET interventions': () => ({ items: [], total: 0 }),
    'POST states/query': () => ({ states: [], asOf: '' }),
    'GET labels': () => ({ items: [], total: 0 }),
    'GET suppressions': () => ({ items: [], total: 0 }),
    ...own,
  });
  render(
    <MemoryRouter initialEntries={[`/customers?token=${token}`]}>
      <CustomersPage />
    </MemoryRouter>
  );
};

beforeAll(() => {
  giveLayout();
  config.bootData = { user: { language: 'en-US' } } as typeof config.bootData;
});

describe('CustomersPage', () => {
  it('offers acts on the account also where no anomaly speaks for them, and says why somebody may leave', async () => {
    open();
    expect(await screen.findByRole('button', { name: 'Lock account' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Block transaction' })).not.toBeInTheDocument();
    expect(screen.getByText('Days since the last order, above the median')).toBeInTheDocument();
    expect(screen.getByText('Nothing was ever asked for on this account.')).toBeInTheDocument();
  });

  it('shows what is in force with who asked and why, and its end as the offer', async () => {
    const lock = waitingLock({ id: 'i1', state: 'active', target: { type: 'account', id: token } });
    open({
      'POST states/query': () => ({ states: [lockedState(token)], asOf: '' }),
      'GET interventions': () => ({ items: [lock], total: 1 }),
    });
    expect(await screen.findByText(/^Lock account: in force, until 2999/)).toBeInTheDocument();
    expect(await screen.findByText(/^Asked for by park, .* Reason: Account takeover$/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Release' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Lock account' })).not.toBeInTheDocument();
  });

  it('offers nothing, and names the right, to who may only read', async () => {
    open({}, []);
    expect(await screen.findByText(/needs the right interventions:create/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Lock account' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Reveal/ })).not.toBeInTheDocument();
  });

  it('says that nothing is known of a token of nobody, and another fault as a fault', async () => {
    open({
      [`GET customers/${token}`]: () => {
        throw new ApiFailure(404, { detail: 'Nothing is known.' });
      },
    });
    expect(await screen.findByText(`Nothing is known of ${token}`)).toBeInTheDocument();
  });
});
