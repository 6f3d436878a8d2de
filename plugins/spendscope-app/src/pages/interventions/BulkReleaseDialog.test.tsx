import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiFailure, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { waitingLock } from '../../testing/interventionFixtures';
import { BulkReleaseDialog } from './BulkReleaseDialog';

const items = ['iv-1', 'iv-2', 'iv-3'].map((id) =>
  waitingLock({ id, state: 'active', target: { type: 'account', id: `C-${id}` } })
);

beforeAll(giveLayout);

describe('BulkReleaseDialog', () => {
  it('says what became of each, and asks only for the failed again, with the same key', async () => {
    let away = true;
    const released = { intervention: waitingLock({ state: 'released' }) };
    const api = fakeApi({
      ...Object.fromEntries(items.map((item) => [`GET interventions/${item.id}`, () => ({ intervention: item })])),
      'POST releases/iv-1': () => released,
      'POST releases/iv-2': () => {
        if (away) {
          throw new ApiFailure(503, { detail: 'The connector is away.' });
        }
        return released;
      },
      'POST releases/iv-3': () => released,
    });
    render(<BulkReleaseDialog items={items} reasonCodes={['customer_request']} onDismiss={() => undefined} />);
    await userEvent.click(screen.getByRole('combobox', { name: /Reason/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Customer asked for it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Release 3' }));
    expect(await screen.findByText('2 of 3 released')).toBeVisible();
    expect(screen.getByText('C-iv-2: The connector is away.')).toBeVisible();

    away = false;
    await userEvent.click(await screen.findByRole('button', { name: 'Retry the others' }));
    await waitFor(() => expect(screen.getByText('3 of 3 released')).toBeVisible());
    expect(['iv-1', 'iv-2', 'iv-3'].map((id) => api.callsOf(`POST releases/${id}`).length)).toEqual([1, 2, 1]);
    const keys = api
      .callsOf('POST releases/iv-2')
      .map(({ headers }) => (headers as Record<string, string>)['Idempotency-Key']);
    expect(keys[1]).toBe(keys[0]);
  });
});
