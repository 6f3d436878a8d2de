import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { RevealForm } from './RevealForm';

const revealed = { token: 'C-7F3K2Q', kind: 'customer', original: 'K0001942', name: 'Han', addresses: ['192.0.2.7'] };

beforeAll(giveLayout);
afterEach(() => jest.useRealTimers());

describe('RevealForm', () => {
  it('shows nothing before token, reason and comment are given, and hides the original by itself', async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const api = fakeApi({ 'POST reveals': () => revealed });
    render(<RevealForm reasonCodes={['customer_request']} onRevealed={() => undefined} />);
    await user.type(screen.getByRole('textbox', { name: /Token/ }), 'C-7F3K2Q');
    await user.click(screen.getByRole('button', { name: 'Reveal and record' }));
    expect(await screen.findByText('Choose a reason.')).toBeVisible();
    expect(api.calls).toEqual([]);

    await user.click(screen.getByRole('combobox', { name: /Reason/ }));
    await user.click(await screen.findByRole('option', { name: 'Customer asked for it' }));
    await user.type(screen.getByRole('textbox', { name: /Why do you have to know/ }), 'Call back');
    await user.click(screen.getByRole('button', { name: 'Reveal and record' }));
    expect(await screen.findByText('K0001942')).toBeVisible();
    expect(api.calls[0]?.data).toEqual({
      token: 'C-7F3K2Q',
      reasonCode: 'customer_request',
      comment: 'Call back',
    });
    act(() => void jest.advanceTimersByTime(60_000));
    expect(screen.queryByText('K0001942')).not.toBeInTheDocument();
  });
});
