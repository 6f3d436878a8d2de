import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../testing/fakeApi';
import { BrakeDialog } from './BrakeDialog';

const setUp = (): { api: ReturnType<typeof fakeApi>; onDismiss: jest.Mock } => {
  const api = fakeApi({
    'POST admin/breaker': () => ({ mode: 'enforce', configured: 'enforce', breaker: 'closed' }),
  });
  const onDismiss = jest.fn();
  render(<BrakeDialog onDone={() => undefined} onDismiss={onDismiss} />);
  return { api, onDismiss };
};

describe('BrakeDialog', () => {
  it('sends nothing without a reason, and the reason where there is one', async () => {
    const { api } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Release the brake' }));
    expect(await screen.findByText('Say why, in a few words.')).toBeVisible();
    expect(api.callsOf('POST admin/breaker')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'A known campaign.');
    await userEvent.click(screen.getByRole('button', { name: 'Release the brake' }));
    await waitFor(() => expect(api.callsOf('POST admin/breaker')[0]?.data).toEqual({ reason: 'A known campaign.' }));
  });

  it('asks before it throws away what was written', async () => {
    const { onDismiss } = setUp();
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Half a');
    await userEvent.keyboard('{Escape}');
    expect(onDismiss).not.toHaveBeenCalled();
    expect(await screen.findByText('What you wrote is not sent')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Keep writing' }));
    expect(screen.getByRole('textbox', { name: /Why/ })).toHaveValue('Half a');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: 'Discard it' }));
    expect(onDismiss).toHaveBeenCalledTimes(1);
  });

  it('closes at once where nothing was written', async () => {
    const { onDismiss } = setUp();
    await userEvent.keyboard('{Escape}');
    expect(onDismiss).toHaveBeenCalledTimes(1);
  });
});
