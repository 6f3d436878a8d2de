import { indices } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { ErasureForm } from './ErasureForm';

const token = 'C-7F3K2Q';
const { interventions, labels, identities } = indices;
const counts = { [interventions.name]: 120, [labels.name]: 0, [identities.name]: 1 };
const plan = { token, counts, confirm: 'seal' };

const setUp = (erase: Handler): ReturnType<typeof fakeApi> => {
  const api = fakeApi({
    'POST erasures': (request) => ((request.data as { confirm?: string }).confirm ? erase(request) : plan),
  });
  render(<ErasureForm />);
  return api;
};

const count = async (): Promise<void> => {
  await userEvent.type(screen.getByRole('textbox', { name: /Token/ }), token);
  await userEvent.click(screen.getByRole('button', { name: 'Count what would be erased' }));
};

describe('ErasureForm', () => {
  it('asks for nothing without a token', async () => {
    const api = setUp(() => undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Count what would be erased' }));
    expect(await screen.findByText(/Enter a token/)).toBeVisible();
    expect(api.calls).toEqual([]);
  });

  it('counts first, erases only what was counted and typed, and hands out the receipt', async () => {
    const api = setUp(() => ({ receipt: 'er-1', token, erasedAt: '2026-11-25T10:00:00Z', counts, chainOk: true }));
    await count();
    expect(await screen.findByText('This would be erased; nothing is yet')).toBeVisible();
    expect(screen.getByRole('row', { name: `${interventions.name} 120` })).toBeVisible();
    expect(screen.queryByText(labels.name)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: `Erase ${token}…` }));
    const dialog = await screen.findByRole('dialog');
    const erase = within(dialog).getByRole('button', { name: 'Erase this person' });
    expect(erase).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: `Type the token: ${token}` }), token);
    await userEvent.click(erase);
    expect(await screen.findByText(`Erased: ${token}`)).toBeVisible();
    expect(screen.getByText('verified, whole')).toBeVisible();
    expect(api.calls.map(({ data }) => data as object)).toEqual([{ token }, { token, confirm: 'seal' }]);
  });

  it('says in the dialog why it was refused', async () => {
    setUp(() => {
      throw new ApiFailure(409, { detail: 'An intervention on this person is not over.' });
    });
    await count();
    await userEvent.click(await screen.findByRole('button', { name: `Erase ${token}…` }));
    await userEvent.type(screen.getByRole('textbox', { name: /Type the token/ }), token);
    await userEvent.click(screen.getByRole('button', { name: 'Erase this person' }));
    await waitFor(() => expect(screen.getByText(/is not over/)).toBeVisible());
    expect(screen.queryByText(`Erased: ${token}`)).not.toBeInTheDocument();
  });
});
